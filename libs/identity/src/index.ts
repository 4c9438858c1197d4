export * from './actor-resolver.js';
export * from './local-actor.js';
