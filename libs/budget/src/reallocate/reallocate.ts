import { firstObjection, reject, type Decision, type Rule } from '#libs/kernel';
import type { BudgetEvent, BudgetState } from '../contract/index.js';
import {
  onlyIncomeAndCostsChange,
  recordedChanges,
  rulesOfChanges,
  sumOfChanges,
  type ChangeLines,
} from '../fiscal-year/change-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { itRestsOnADecision, theBudgetHeldByThen, theBudgetIsAdopted } from '../fiscal-year/rules.js';
import { acceptSound } from '../fiscal-year/soundness.js';

/** Moves amounts between account groups (omfördelning), by a decision. */
export type Reallocate = ChangeLines;

const rules: readonly Rule<Reallocate, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  itRestsOnADecision,
  theBudgetHeldByThen,
  ...rulesOfChanges,
  onlyIncomeAndCostsChange,
  theChangesSumToZero,
];

/** Rejects with a {@link BudgetRejection}: unbalanced changes, and those that leave the reserve uncovered. */
export function reallocate(command: Reallocate, state: BudgetState): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { precision, basis } = command;
  const data = { precision, changes: recordedChanges(command, state) };
  return acceptSound({ type: 'BudgetReallocated', data, basis }, state);
}

function theChangesSumToZero(command: Reallocate): BudgetRejection | null {
  const sumOre = sumOfChanges(command);
  return sumOre === 0 ? null : { code: 'reallocation-unbalanced', facts: { sumOre } };
}
