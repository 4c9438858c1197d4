export * from './building-on.js';
export * from './given.js';
export * from './record.js';
export * from './told-text.js';
