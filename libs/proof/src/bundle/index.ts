export * from './bundle-archive.js';
export * from './document-line.js';
export * from './erasure-line.js';
export * from './event-line.js';
export * from './head.js';
export { LineError } from './line-error.js';
export * from './names.js';
