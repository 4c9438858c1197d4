export * from './events.js';
export * from './measure.js';
export * from './stream.js';
