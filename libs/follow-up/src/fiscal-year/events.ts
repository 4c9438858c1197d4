import type { FollowUpEvent } from '../contract/index.js';

/** The version in which each event type is written today. Names are permanent. */
export const schemaVersions = {
  FollowUpCalendarSet: 1,
  ForecastSubmitted: 1,
  ForecastRevised: 1,
  ForecastNoted: 1,
  OutcomeRecorded: 1,
  OutcomeCorrected: 1,
  AccountsClosed: 1,
  AccountsCorrected: 1,
  FactCited: 1,
} as const satisfies Record<FollowUpEvent['type'], number>;
