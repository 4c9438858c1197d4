import { printPercent, sumOre, type Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../fiscal-year/metric.js';

/** A share kept exact: part and whole in öre, and the per cent as printed. */
export interface Share {
  readonly partOre: Ore;
  readonly wholeOre: Ore;
  /** `0,06 %` */
  readonly printed: string;
}

/** Σ|e| / Σ|budgeted net cost|: `129 / 224 047` is `0,06 %`. Of nothing there is no share. */
export function shareOf(errorsOre: readonly Ore[], budgetedNetCostsOre: readonly Ore[]): Metric<Share> {
  const partOre = sumOfSizes(errorsOre);
  const wholeOre = sumOfSizes(budgetedNetCostsOre);
  const printed = printPercent(partOre, wholeOre, { decimals: 2 });
  return printed === null ? notAvailable('whole-is-zero') : available({ partOre, wholeOre, printed });
}

/** Σ|amount| */
export function sumOfSizes(amountsOre: readonly Ore[]): Ore {
  return sumOre(amountsOre.map(Math.abs));
}
