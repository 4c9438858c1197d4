import type { PlainDate } from '#libs/kernel';
import type { DecidedMeasure, FollowUpYear } from '../fiscal-year/year-document.js';

/**
 * Measures decided after the round and no later than the accounts: taken perhaps because of the forecast, so that a
 * good forecast looks wrong. Until the year is closed, all that have been decided since.
 */
export function measuresBetween(
  { measures, accounts }: FollowUpYear,
  date: PlainDate,
): readonly DecidedMeasure[] {
  const closedOn = accounts[0]?.effectiveOn;
  return measures.filter(
    ({ decidedOn }) => decidedOn > date && (closedOn === undefined || decidedOn <= closedOn),
  );
}
