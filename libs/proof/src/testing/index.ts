export * from './envelopes.js';
