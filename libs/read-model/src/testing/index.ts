export * from './counting.js';
export * from './read-model-database.js';
export * from './test-process.js';
export * from './uncovered-selections.js';
