export * from './copy-log.js';
export * from './decided-erasures.js';
export { storedEvent } from './encoded-event.js';
export { erasureStream, erasureType } from './erasure.js';
export * from './erasure-register.js';
export * from './errors.js';
export * from './event-store.js';
export {
  ConnectionStringError,
  parseConnectionString,
  type ConnectionSettings,
} from './eventstoredb/connection-string.js';
export * from './eventstoredb/eventstoredb.adapter.js';
export { AccessDeniedError } from './eventstoredb/failures.adapter.js';
export type { EventStoreDbOptions } from './eventstoredb/options.js';
export { RetentionError } from './eventstoredb/retention.js';
export * from './in-memory.adapter.js';
export { appRole } from './postgres/app-role.js';
export { eventStoreMigrations } from './postgres/migrations.adapter.js';
export type { PostgresEventStoreOptions } from './postgres/options.adapter.js';
export * from './postgres.adapter.js';
export * from './subscribe.js';
