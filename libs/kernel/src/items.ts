import type { Ore } from './money.js';
import { statementTotals, type StatementSums, type StatementTotal } from './operating-statement.js';
import { totalsInSwedish, withinSentence } from './swedish-words.js';
import type { Item } from './telling.js';

/** What several items have in common. */
export interface ItemPlace {
  /** `budgets/2025` */
  readonly path: string;
  /** What their labels begin with: `budget 2025`. */
  readonly label: string;
  /** Of which kind their amounts are, where they can be of several. */
  readonly as?: string;
}

/** An amount at a place: `budgets/2025/otherCosts`, called `budget 2025, övriga kostnader`. */
export function amountItem(place: ItemPlace, segment: string, name: string, amountOre: Ore): Item {
  const { path, label, as } = place;
  const value = { kind: 'amount', amountOre, ...(as !== undefined && { as }) } as const;
  return { path: `${path}/${segment}`, label: `${label}, ${name}`, value };
}

export function wordsItem({ path, label }: ItemPlace, segment: string, name: string, words: string): Item {
  return { path: `${path}/${segment}`, label: `${label}, ${name}`, value: { kind: 'words', words } };
}

/** An account group's amount, whatever kind of statement it is of. */
export interface NamedAmount {
  readonly accountGroup: string;
  readonly name: string;
  readonly amountOre: Ore;
}

/**
 * An item for each account group, at its id. Where the group is called as something else that can stand at the place,
 * a sum or one of `others`, it stands below `accountGroups`: the municipality chooses the ids, and no path is two things.
 */
export function groupItems(
  place: ItemPlace,
  amounts: readonly NamedAmount[],
  others: readonly string[] = [],
): readonly Item[] {
  const taken = new Set<string>([...statementTotals, ...others]);
  return amounts.map(({ accountGroup, name, amountOre }) => {
    const segment = taken.has(accountGroup) ? `accountGroups/${accountGroup}` : accountGroup;
    return amountItem(place, segment, withinSentence(name), amountOre);
  });
}

/** An item for each sum of a statement. */
export function sumItems(place: ItemPlace, sums: StatementSums): readonly Item[] {
  return statementTotals.map((total) => sumItem(place, total, sums[`${total}Ore`]));
}

export function sumItem(place: ItemPlace, total: StatementTotal, amountOre: Ore): Item {
  return amountItem(place, total, totalsInSwedish[total], amountOre);
}
