export * from './audit.module.js';
export { auditMigrations } from './carry-out/migrations.adapter.js';
export * from './erasure.module.js';
export { ErasureRunner } from './carry-out/erasure-runner.adapter.js';
export { EraseEventsCommand } from './erase-events/erase-events.handler.js';
export type { ErasureRejection, ErasureWarning } from './erasures/rejections.js';
export type { DatesCompared, ExplainedChange } from './compare-dates/compare-dates.js';
export { CompareDatesQuery, type DatesComparedAnswer } from './compare-dates/compare-dates.handler.js';
export { ExplainItemQuery, type ItemExplainedAnswer } from './explain-item/explain-item.handler.js';
export { ExplainParagraphQuery } from './explain-paragraph/explain-paragraph.handler.js';
export type { ParagraphExplained, RestingGroup } from './explain-paragraph/paragraph-explained.js';
export * from './log/cloud-event.js';
export { ErasureMarks } from './log/erasure-marks.adapter.js';
export * from './log/log-answer.js';
export * from './log/logged-event.js';
export { ReplayCommitteeQuery } from './replay-committee/replay-committee.handler.js';
export { AskedStreams } from './tell-erased/asked-streams.adapter.js';
export type { NotarisedRejection } from './notary/shown.http.js';
export { BundleQuery } from './take-bundle/bundle.handler.js';
export * from './take-bundle/take-bundle.adapter.js';
export { ReceiptQuery } from './take-receipt/receipt.handler.js';
export {
  CitationsQuery,
  type CitationsAnswer,
  type RestingFact,
} from './view-citations/citations.handler.js';
export { ErasuresQuery, type ErasureView } from './view-erasures/erasures.handler.js';
export { LogQuery } from './view-log/log.handler.js';
export type { ExplanationRejection } from './told/rejections.js';
export type { EventAtItsPlace, ItemStep, RestsOn, ToldFact } from './told/told-fact.js';
export { uncitedFacts, type UncitedFactDoc, type UncitedStreamDoc } from './view-uncited/uncited-facts.js';
export { UncitedQuery } from './view-uncited/uncited.handler.js';
