import type { AccountGroup, AccountGroupKind } from './account-group.js';
import { sumOre, type Ore } from './money.js';
import { roundingToleranceOre, type Precision } from './precision.js';

/** An amount on an account group; costs are negative and income positive, as printed. */
export interface StatementLine {
  readonly accountGroup: string;
  readonly amountOre: Ore;
}

/** The sums of an operating statement that documents print, by their place in it. */
export const statementTotals = ['grossCost', 'netCost', 'annualResult'] as const;
export type StatementTotal = (typeof statementTotals)[number];

/** Printed sums that came along with the lines; each is optional. */
export type ControlTotals = Readonly<Partial<Record<`${StatementTotal}Ore`, Ore>>>;

/** A printed sum that differs from the computed one by no more than rounding explains. */
export interface RoundingDifference {
  readonly total: StatementTotal;
  readonly printedOre: Ore;
  readonly computedOre: Ore;
  /** printed − computed */
  readonly differenceOre: Ore;
  readonly toleranceOre: Ore;
}

/** The sums as they are to be shown: the printed one where there is one, otherwise the computed one. */
export interface StatementSums {
  readonly revenueOre: Ore;
  readonly grossCostOre: Ore;
  readonly netCostOre: Ore;
  readonly municipalGrantOre: Ore;
  readonly netFinancialItemsOre: Ore;
  readonly annualResultOre: Ore;
}

export interface CheckedStatement {
  readonly sums: StatementSums;
  /** Printed sums that rounding explains. */
  readonly rounding: readonly RoundingDifference[];
  /** Printed sums that rounding does not explain: a contradiction, to be reported and never corrected silently. */
  readonly contradictions: readonly RoundingDifference[];
}

/**
 * Adds a statement up and holds it against its control totals:
 * `Σ cost groups = gross cost`, `revenue + gross cost = net cost`,
 * `net cost + municipal grant + net financial items = annual result`.
 * A later sum builds on the printed earlier one where there is one, as in the printed tables.
 */
export function checkStatement(
  lines: readonly StatementLine[],
  groups: readonly AccountGroup[],
  totals: ControlTotals = {},
  precision: Precision = 'ore',
): CheckedStatement {
  const income = ofKind(lines, groups, 'income');
  const cost = ofKind(lines, groups, 'cost');
  const funding = ofKind(lines, groups, 'funding');
  const financial = ofKind(lines, groups, 'financial');
  const grossCost = hold(cost, totals.grossCostOre);
  const netCost = hold(join(income, grossCost), totals.netCostOre);
  const annualResult = hold(join(netCost, funding, financial), totals.annualResultOre);
  const differences = [
    difference('grossCost', grossCost, precision),
    difference('netCost', netCost, precision),
    difference('annualResult', annualResult, precision),
  ].filter((found) => found !== null);
  return {
    sums: {
      revenueOre: income.sumOre,
      grossCostOre: grossCost.sumOre,
      netCostOre: netCost.sumOre,
      municipalGrantOre: funding.sumOre,
      netFinancialItemsOre: financial.sumOre,
      annualResultOre: annualResult.sumOre,
    },
    rounding: differences.filter((found) => Math.abs(found.differenceOre) <= found.toleranceOre),
    contradictions: differences.filter((found) => Math.abs(found.differenceOre) > found.toleranceOre),
  };
}

/** A sum and how many rounded addends stand behind it; a printed sum counts as one. */
interface Sum {
  readonly sumOre: Ore;
  readonly addends: number;
}

interface HeldSum extends Sum {
  readonly computed: Sum;
}

function ofKind(
  lines: readonly StatementLine[],
  groups: readonly AccountGroup[],
  kind: AccountGroupKind,
): Sum {
  const ids = new Set(groups.filter((group) => group.kind === kind).map((group) => group.id));
  const amountsOre = lines.filter((line) => ids.has(line.accountGroup)).map((line) => line.amountOre);
  return { sumOre: sumOre(amountsOre), addends: amountsOre.length };
}

function join(...sums: readonly Sum[]): Sum {
  return {
    sumOre: sumOre(sums.map((sum) => sum.sumOre)),
    addends: sums.reduce((addends, sum) => addends + sum.addends, 0),
  };
}

function hold(computed: Sum, printedOre: Ore | undefined): HeldSum {
  return printedOre === undefined ? { ...computed, computed } : { sumOre: printedOre, addends: 1, computed };
}

function difference(total: StatementTotal, held: HeldSum, precision: Precision): RoundingDifference | null {
  const differenceOre = sumOre([held.sumOre, -held.computed.sumOre]);
  if (differenceOre === 0) return null;
  const toleranceOre = roundingToleranceOre(held.computed.addends, precision);
  return { total, printedOre: held.sumOre, computedOre: held.computed.sumOre, differenceOre, toleranceOre };
}
