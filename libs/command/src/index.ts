export * from './command-context.js';
export * from './command-executor.js';
export * from './command-outcome.js';
export * from './event-id.js';
export * from './event-sourced-command-executor.adapter.js';
