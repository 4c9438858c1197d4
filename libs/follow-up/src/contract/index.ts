export * from './calendar.js';
export * from './events.js';
export * from './forecast.js';
export * from './statement.js';
export * from './stream.js';
