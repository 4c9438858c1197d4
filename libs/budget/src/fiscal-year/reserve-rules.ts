import { budgetFigures, type BudgetState, type ReserveFigures } from '../contract/index.js';
import type { BudgetRejection } from './rejections.js';
import { factOf, heldByThen, lastFactOf, type BudgetCommand } from './rules.js';

export function theReserveIsSet({ year }: BudgetCommand, state: BudgetState): BudgetRejection | null {
  return state.figures?.reserve ? null : { code: 'reserve-not-set', facts: { year } };
}

/** No draw holds before there was something to draw from. */
export function theReserveHeldByThen({ basis }: BudgetCommand, state: BudgetState): BudgetRejection | null {
  return heldByThen(basis.effectiveOn, factOf(state, 'ContingencyReserveSet'));
}

/** Where the reserve is held, and how large it is, is said in the order of the dates. */
export function theReserveWasPlacedByThen(
  { basis }: BudgetCommand,
  state: BudgetState,
): BudgetRejection | null {
  return heldByThen(basis.effectiveOn, lastFactOf(state, 'ContingencyReserveSet', 'ContingencyReserveMoved'));
}

/** The reserve is part of a cost that is budgeted. */
export function theGroupIsACost(
  accountGroup: string,
  { figures }: BudgetState,
  year: number,
): BudgetRejection | null {
  const line = figures?.lines.find((candidate) => candidate.accountGroup === accountGroup);
  if (!line) {
    const accountGroups = (figures?.lines ?? []).map((candidate) => candidate.accountGroup);
    return { code: 'account-group-unknown', facts: { year, accountGroup, accountGroups } };
  }
  if (line.kind === 'cost') return null;
  return {
    code: 'account-group-kind-not-allowed',
    facts: { accountGroup, kind: line.kind, allowedKinds: ['cost'] },
  };
}

/** The reserve as it stood on the date from which the command holds. */
export function reserveThen({ basis }: BudgetCommand, state: BudgetState): ReserveFigures | null {
  return budgetFigures(state.facts, basis.effectiveOn)?.reserve ?? null;
}
