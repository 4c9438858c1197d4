export * from './errors.js';
export * from './event-store.js';
export * from './in-memory.adapter.js';
export { appRole } from './postgres/app-role.js';
export { eventStoreMigrations } from './postgres/create-event-log.adapter.js';
export type { PostgresEventStoreOptions } from './postgres/options.js';
export * from './postgres.adapter.js';
export * from './subscribe.js';
