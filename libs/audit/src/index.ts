export * from './audit.module.js';
export * from './log/log-answer.js';
export type { NotarisedRejection } from './notary/shown.http.js';
export {
  CitationsQuery,
  type CitationsAnswer,
  type RestingFact,
} from './view-citations/citations.handler.js';
export { LogQuery } from './view-log/log.handler.js';
export { uncitedFacts, type UncitedFactDoc, type UncitedStreamDoc } from './view-uncited/uncited-facts.js';
export { UncitedQuery } from './view-uncited/uncited.handler.js';
