export * from './folders.js';
export * from './test-log.js';
export * from './test-witness.js';
