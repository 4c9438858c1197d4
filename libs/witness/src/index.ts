export type { Refused } from './evidence.js';
export { WitnessFault, type WitnessFaultFacts } from './fault.js';
export * from './inspect.adapter.js';
export type { Contradiction } from './judge.js';
export * from './run-witness.adapter.js';
export type { ListenAddress } from './witness-server.adapter.js';
