export * from './notary-database.js';
export * from './sample-log.js';
export * from './test-notary.js';
