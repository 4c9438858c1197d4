export * from './canonical-json.js';
export * from './envelope.js';
export { sha256Hex } from './hash.js';
export * from './parse-envelope.js';
