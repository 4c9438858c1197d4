import { streamKind, type AnyTeller } from '#libs/kernel';
import { followUpFoundations } from './fiscal-year/foundations.js';
import { followUpYears } from './fiscal-year/year-projection.js';
import { followUpTeller } from './tell-follow-up/tell-follow-up.js';

export type { Metric, NotAvailable } from './fiscal-year/metric.js';
export type { FollowUpRejection, FollowUpWarning } from './fiscal-year/rejections.js';
export * from './follow-up.module.js';
export { YearEndAccountsQuery } from './view-accounts/view-accounts.handler.js';
export type { YearEndAccountsView } from './view-accounts/year-end-accounts.js';
export type { AccuracyOverYears } from './view-accuracy/over-years/accuracy-over-years.js';
export { AccuracyOverYearsQuery } from './view-accuracy/over-years/over-years.handler.js';
export { ForecastAccuracyQuery } from './view-accuracy/view-accuracy.handler.js';
export type { YearAccuracy } from './view-accuracy/year-accuracy.js';
export type { ForecastMatrix } from './view-forecasts/forecast-matrix.js';
export { ForecastsQuery } from './view-forecasts/view-forecasts.handler.js';

/** Every view that this context keeps. */
export const followUpProjections = [followUpYears] as const;

/** Every kind of stream that this context has. */
export const followUpStreams = [streamKind(followUpFoundations)] as const;

/** What says in words what the events of this context mean. */
export const followUpTellers: readonly AnyTeller[] = [followUpTeller];
