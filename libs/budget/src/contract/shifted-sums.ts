import { sumOre, type AccountGroupKind, type StatementSums } from '#libs/kernel';
import type { RecordedChange } from './adopted-statement.js';

/**
 * Sums after lines have changed. Each sum moves by its own lines' changes, so a difference that rounding explained
 * when the budget was adopted stays what it was.
 */
export function shiftedSums(sums: StatementSums, changes: readonly RecordedChange[]): StatementSums {
  const of = (...kinds: readonly AccountGroupKind[]) =>
    sumOre(changes.filter((change) => kinds.includes(change.kind)).map((change) => change.changeOre));
  return {
    revenueOre: sumOre([sums.revenueOre, of('income')]),
    grossCostOre: sumOre([sums.grossCostOre, of('cost')]),
    netCostOre: sumOre([sums.netCostOre, of('income', 'cost')]),
    municipalGrantOre: sumOre([sums.municipalGrantOre, of('funding')]),
    netFinancialItemsOre: sumOre([sums.netFinancialItemsOre, of('financial')]),
    annualResultOre: sumOre([sums.annualResultOre, of('income', 'cost', 'funding', 'financial')]),
  };
}
