export * from './adopted-statement.js';
export type { BudgetLine } from './budget-lines.js';
export * from './events.js';
export * from './figures.js';
export * from './investment-events.js';
export * from './reserve-events.js';
export * from './reserve-figures.js';
export * from './shifted-sums.js';
export * from './stream.js';
