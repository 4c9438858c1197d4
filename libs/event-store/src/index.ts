export * from './errors.js';
export * from './event-store.js';
export * from './in-memory.adapter.js';
export * from './subscribe.js';
