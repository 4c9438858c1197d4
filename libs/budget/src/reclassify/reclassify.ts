import { accept, firstObjection, reject, type Decision, type Rule } from '#libs/kernel';
import type { BudgetEvent, BudgetState } from '../contract/index.js';
import {
  recordedChanges,
  rulesOfChanges,
  sumOfChanges,
  type ChangeLines,
} from '../fiscal-year/change-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { theBudgetHeldByThen, theBudgetIsAdopted } from '../fiscal-year/rules.js';

/**
 * Says how the lines of the year before would have stood if this year's division of responsibilities and account
 * groups had held then. Nothing in either budget changes; only comparisons do.
 */
export interface Reclassify extends ChangeLines {
  readonly reason: string;
}

const rules: readonly Rule<Reclassify, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  theBudgetHeldByThen,
  ...rulesOfChanges,
  theChangesSumToZero,
];

export function reclassify(command: Reclassify, state: BudgetState): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { precision, reason, basis } = command;
  const changes = recordedChanges(command, state);
  return accept([{ type: 'BudgetReclassified', data: { precision, changes, reason }, basis }]);
}

/** A responsibility moves with its grant, so the result of the year before stays what it was. */
function theChangesSumToZero(command: Reclassify): BudgetRejection | null {
  const sumOre = sumOfChanges(command);
  return sumOre === 0 ? null : { code: 'reclassification-unbalanced', facts: { sumOre } };
}
