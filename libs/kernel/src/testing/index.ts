export * from './given.js';
export * from './record.js';
