import { addDays, type PlainDate } from '#libs/kernel';
import { lastDayOfAppeal } from './deadlines.js';

/** A notice on the board; `removedOn` is null while it is there. */
export interface Notice {
  readonly publishedOn: PlainDate;
  readonly removedOn: PlainDate | null;
}

export const decisionStages = ['registered', 'minutesApproved', 'announced', 'legalForce'] as const;
/** registrerad, justerad, anslagen, vunnit laga kraft. */
export type DecisionStage = (typeof decisionStages)[number];

/** What decides how far a decision has come. */
export interface Formalities {
  readonly minutesApprovedOn: PlainDate | null;
  /** In order. */
  readonly notices: readonly Notice[];
}

/** The appeal period that a notice gave, as it is known. */
export interface AppealPeriod {
  readonly from: PlainDate;
  /** The last day to appeal. */
  readonly to: PlainDate;
  /** The first day on which the decision has legal force, unless somebody appeals. */
  readonly legalForceOn: PlainDate;
}

/** A notice that was taken down on or before the last day to appeal: the appeal period did not run out. */
export function isRemovedEarly({ publishedOn, removedOn }: Notice): boolean {
  return removedOn !== null && removedOn <= lastDayOfAppeal(publishedOn);
}

/**
 * The appeal period of the notice that counts, or null. The notice must stand for the whole of the period for it to
 * run out (kommunallagen 13:5), so one that was taken down early gives none.
 */
export function appealPeriod({ notices }: Formalities): AppealPeriod | null {
  const notice = notices.at(-1);
  if (!notice || isRemovedEarly(notice)) return null;
  const to = lastDayOfAppeal(notice.publishedOn);
  return { from: notice.publishedOn, to, legalForceOn: addDays(to, 1) };
}

/** How far the decision has come on the date, by what is known of it. */
export function stageOn(formalities: Formalities, on: PlainDate): DecisionStage {
  const { minutesApprovedOn } = formalities;
  const period = appealPeriod(formalities);
  if (period && period.legalForceOn <= on) return 'legalForce';
  if (period && period.from <= on) return 'announced';
  return minutesApprovedOn !== null && minutesApprovedOn <= on ? 'minutesApproved' : 'registered';
}
