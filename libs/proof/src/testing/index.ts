export * from './envelopes.js';
export * from './trees.js';
export * from './keys.js';
export * from './json.js';
export * from './bundles.js';
export * from './sample-verification.js';
