export * from './failure.js';
export * from './fold-check.js';
export type { LoggedEvent } from './logged-event.js';
export type { ReadModelResult } from './read-model-is-the-fold.js';
export * from './verification.js';
export * from './verify-bundle.js';
