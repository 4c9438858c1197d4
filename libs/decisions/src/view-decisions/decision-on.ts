import type { PlainDate } from '#libs/kernel';
import {
  appealPeriod,
  stageOn,
  type AppealPeriod,
  type DecisionStage,
} from '../committee-year/legal-force.js';
import type { DecisionDoc } from './decision-doc.js';

/** A paragraph as somebody reads it: how far it has come depends on the date. */
export interface DecisionOn extends DecisionDoc {
  readonly on: PlainDate;
  readonly stage: DecisionStage;
  /** Null before the notice, and where it was taken down early. */
  readonly appealPeriod: AppealPeriod | null;
}

export function decisionOn(doc: DecisionDoc, on: PlainDate): DecisionOn {
  return { ...doc, on, stage: stageOn(doc, on), appealPeriod: appealPeriod(doc) };
}
