export * from './account-range.js';
export * from './committee-register.js';
