import { streamKind, type AnyTeller } from '#libs/kernel';
import { actionPlanFoundations } from './plan/foundations.js';
import { actionPlans } from './plan/projected-plan.js';
import { actionPlanHistories } from './view-history/action-plan-history.js';
import { actionPlanTeller } from './view-history/plan-teller.js';

export * from './action-plan.module.js';
export { ActionPlansQuery, type ActionPlanSummary } from './list-action-plans/list-action-plans.handler.js';
export type { MeasureDocument } from './plan/measure-document.js';
export type { ActionPlanDocument } from './plan/plan-document.js';
export type { ActionPlanRejection, ActionPlanWarning } from './plan/rejections.js';
export {
  countMeasures,
  notAvailable,
  progressInSwedish,
  statusInSwedish,
  tellAmount,
  tellEffect,
} from './plan/swedish.js';
export { ActionPlanQuery } from './view-action-plan/view-action-plan.handler.js';
export type { PlanComparison } from './view-history/compare-plans.js';
export type { ToldEntry } from './view-history/action-plan-history.js';
export { ActionPlanHistoryQuery, type ActionPlanHistoryAnswer } from './view-history/view-history.handler.js';
export { tellChange, tellField, tellValue } from './view-history/tell-change.js';

/** Every view that this context keeps. */
export const actionPlanProjections = [actionPlans, actionPlanHistories] as const;

/** Every kind of stream that this context has. */
export const actionPlanStreams = [streamKind(actionPlanFoundations)] as const;

/** Says in words what the events of this context mean. */
export const actionPlanTellers: readonly AnyTeller[] = [actionPlanTeller];
