export * from './event-store-contract.js';
export type * from './store-under-test.js';
