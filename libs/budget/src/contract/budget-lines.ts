import { sumOre, type AccountGroupKind, type Ore } from '#libs/kernel';
import type { RecordedChange, RecordedLine } from './adopted-statement.js';

/** A line of the budget: adopted + reallocated + amended = in force. */
export interface BudgetLine {
  readonly accountGroup: string;
  readonly name: string;
  readonly kind: AccountGroupKind;
  readonly adoptedOre: Ore;
  /** By reallocations, and by moves of the reserve that change lines. */
  readonly reallocatedOre: Ore;
  /** By additional budgets. */
  readonly amendedOre: Ore;
  readonly inForceOre: Ore;
}

export function adoptedLine({ amountOre, ...line }: RecordedLine): BudgetLine {
  return { ...line, ...amounts(amountOre, 0, 0) };
}

export type Change = (line: BudgetLine, changeOre: Ore) => BudgetLine;

export const reallocate: Change = (line, changeOre) => ({
  ...line,
  ...amounts(line.adoptedOre, line.reallocatedOre + changeOre, line.amendedOre),
});

export const amend: Change = (line, changeOre) => ({
  ...line,
  ...amounts(line.adoptedOre, line.reallocatedOre, line.amendedOre + changeOre),
});

/** Applies each change to its line; an account group without a line gets one. */
export function changedLines(
  lines: readonly BudgetLine[],
  changes: readonly RecordedChange[],
  change: Change,
): readonly BudgetLine[] {
  const byGroup = new Map(lines.map((line) => [line.accountGroup, line]));
  for (const { accountGroup, name, kind, changeOre } of changes) {
    const line = byGroup.get(accountGroup) ?? { accountGroup, name, kind, ...amounts(0, 0, 0) };
    byGroup.set(accountGroup, change(line, changeOre));
  }
  return [...byGroup.values()];
}

function amounts(adoptedOre: Ore, reallocatedOre: Ore, amendedOre: Ore) {
  return {
    adoptedOre,
    reallocatedOre,
    amendedOre,
    inForceOre: sumOre([adoptedOre, reallocatedOre, amendedOre]),
  };
}
