import type { PrintedStatement } from './reference.js';
import { tkr } from './request.js';

/** A printed operating table as the API takes it: lines in öre and the printed sums as control totals. */
export function statementBody({
  printed,
  ...rest
}: PrintedStatement & { readonly kind?: string; readonly note?: string }) {
  const lines = Object.entries(rest).flatMap(([accountGroup, amount]) =>
    typeof amount === 'number' ? [{ accountGroup, amountOre: tkr(amount) }] : [],
  );
  return {
    lines,
    controlTotals: {
      grossCostOre: tkr(printed.grossCost),
      netCostOre: tkr(printed.netCost),
      annualResultOre: tkr(printed.annualResult),
    },
  };
}
