import { accept, MAX_AMOUNT_ORE, reject, type Decision, type PlainDate, type Warning } from '#libs/kernel';
import {
  budgetFigures,
  evolveFigures,
  type BudgetEvent,
  type BudgetFigures,
  type BudgetState,
} from '../contract/index.js';
import type { BudgetRejection } from './rejections.js';

/**
 * Accepts the fact where the budget that it leads to is sound on every date from which it holds: a fact may be
 * recorded late, and what held in June must not be overdrawn by what is now said of March.
 */
export function acceptSound(
  event: BudgetEvent,
  state: BudgetState,
  warnings: readonly Warning[] = [],
): Decision<BudgetEvent, BudgetRejection> {
  for (const { on, figures } of figuresFrom(state, event)) {
    if (!figures) continue;
    const objection =
      reserveOverdrawn(figures, on, state) ?? reserveNotCovered(figures, on) ?? amountOutOfRange(figures);
    if (objection) return reject(objection);
  }
  return accept([event], warnings);
}

/** The budget as it stands on a date, with everything that holds by then. */
interface DatedFigures {
  readonly on: PlainDate;
  readonly figures: BudgetFigures | null;
}

/**
 * The figures with the new fact, on its date and on each later date from which some fact holds. Facts whose order
 * matters are never recorded out of the order of their dates, so sorting by date changes no figure.
 */
function figuresFrom({ facts, figures }: BudgetState, event: BudgetEvent): readonly DatedFigures[] {
  const { effectiveOn } = event.basis;
  if (facts.every((fact) => fact.basis.effectiveOn <= effectiveOn)) {
    return [{ on: effectiveOn, figures: evolveFigures(figures, event) }];
  }
  const inOrder = [...facts, event].toSorted((a, b) =>
    compareDates(a.basis.effectiveOn, b.basis.effectiveOn),
  );
  const found = new Map<PlainDate, DatedFigures>();
  let current: BudgetFigures | null = null;
  for (const fact of inOrder) {
    current = evolveFigures(current, fact);
    const on = fact.basis.effectiveOn;
    if (on >= effectiveOn) found.set(on, { on, figures: current });
  }
  return [...found.values()];
}

function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : Number(a > b);
}

/** More is never drawn from the reserve than was set aside. */
function reserveOverdrawn(
  { reserve }: BudgetFigures,
  on: PlainDate,
  before: BudgetState,
): BudgetRejection | null {
  if (!reserve || reserve.remainingOre >= 0) return null;
  const { amountOre, drawnOre } = reserve;
  const remainingOre = budgetFigures(before.facts, on)?.reserve?.remainingOre ?? 0;
  return { code: 'reserve-overdrawn', facts: { on, amountOre, drawnOre, remainingOre } };
}

/** What is left of the reserve is part of the budgeted cost of the group that holds it. */
function reserveNotCovered({ reserve, lines }: BudgetFigures, on: PlainDate): BudgetRejection | null {
  if (!reserve) return null;
  const { heldIn, remainingOre: reserveOre } = reserve;
  const budgetedCostOre = -(lines.find((line) => line.accountGroup === heldIn)?.inForceOre ?? 0);
  if (reserveOre <= Math.max(budgetedCostOre, 0)) return null;
  return { code: 'reserve-not-covered', facts: { on, heldIn, reserveOre, budgetedCostOre } };
}

function amountOutOfRange({ lines }: BudgetFigures): BudgetRejection | null {
  const line = lines.find(({ inForceOre }) => Math.abs(inForceOre) > MAX_AMOUNT_ORE);
  if (!line) return null;
  const { accountGroup, inForceOre: amountOre } = line;
  return { code: 'amount-out-of-range', facts: { accountGroup, amountOre, maxAmountOre: MAX_AMOUNT_ORE } };
}
