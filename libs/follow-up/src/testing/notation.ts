import { parseAmount, type Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../fiscal-year/metric.js';

/** An amount as it is printed in tkr: `-71 576`. Throws where it is not one. */
export function printed(text: string): Ore {
  const amount = parseAmount(text, 'tkr');
  if (!amount) throw new Error(`"${text}" is not an amount.`);
  return amount.amountOre;
}

/** Amounts of consecutive rounds, months or years: `0 | 500 | -1 200`. */
export function series(text: string): readonly Ore[] {
  return text.split('|').map(printed);
}

/** The same where some are missing: `0 | – | 500`. */
export function seriesWithGaps(text: string): readonly Metric<Ore>[] {
  return text
    .split('|')
    .map((cell) => (cell.trim() === '–' ? notAvailable('no-forecast') : available(printed(cell))));
}

/** Forecasts of variances: `0 | – | 500`; of levels with a preceding `L`: `0 | L -223 000`. */
export function forecasts(text: string) {
  return text.split('|').map((cell) => {
    const [, level, amount = ''] = /^\s*(L?)(.*)$/.exec(cell) ?? [];
    if (amount.trim() === '–') return notAvailable('no-forecast');
    return available({
      figureKind: level === 'L' ? 'level' : 'variance',
      amountOre: printed(amount),
    } as const);
  });
}

/** A printed table in tkr: on each line a name, then its columns, two or more spaces apart. `–` is an empty cell. */
export function printedTable(text: string): readonly (readonly [name: string, ...columns: (Ore | null)[]])[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...cells] = line.split(/ {2,}/);
      return [name, ...cells.map((cell) => (cell === '–' ? null : printed(cell)))];
    });
}

/** An amount in öre as it would be printed in tkr, exactly: for specs that speak tkr. */
export function inTkr(ore: Ore): number {
  return ore / 100_000;
}
