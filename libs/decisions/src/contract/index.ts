export * from './basis-register.js';
export * from './events.js';
export * from './stream.js';
