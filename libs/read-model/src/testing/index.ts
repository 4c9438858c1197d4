export * from './counting.js';
export * from './read-model-database.js';
