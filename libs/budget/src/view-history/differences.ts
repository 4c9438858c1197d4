import { statementTotals, type Ore } from '#libs/kernel';
import type { BudgetFigures } from '../contract/index.js';

/** A figure that changed. Null where there was, or is, none. */
export interface Difference {
  /** `lines.staffCosts`, `sums.netCost`, `reserve.remaining`. */
  readonly subject: string;
  readonly fromOre: Ore | null;
  readonly toOre: Ore | null;
}

/** What changed in the figures, line by line and sum by sum, from what to what. */
export function differences(
  before: BudgetFigures | null,
  after: BudgetFigures | null,
): readonly Difference[] {
  const [from, to] = [figuresBySubject(before), figuresBySubject(after)];
  const subjects = [...new Set([...from.keys(), ...to.keys()])];
  return subjects
    .map((subject) => ({ subject, fromOre: from.get(subject) ?? null, toOre: to.get(subject) ?? null }))
    .filter(({ fromOre, toOre }) => fromOre !== toOre);
}

function figuresBySubject(figures: BudgetFigures | null): ReadonlyMap<string, Ore> {
  if (!figures) return new Map();
  const { lines, sums, reserve } = figures;
  return new Map([
    ...lines.map((line) => [`lines.${line.accountGroup}`, line.inForceOre] as const),
    ...statementTotals.map((total) => [`sums.${total}`, sums[`${total}Ore`]] as const),
    ...(reserve ? [[`reserve.${reserve.heldIn}`, reserve.remainingOre] as const] : []),
  ]);
}
