import { enumerate, tellExactly, totalsInSwedish, type FiscalYear } from '#libs/kernel';
import { committeeMeasures, type Forecast, type ForecastFigures } from '../contract/index.js';

/** Where the department says that the year will end, or how far from the budget. */
export function tellSubmission(forecast: Forecast, year: FiscalYear): string {
  const kind = forecast.figureKind === 'variance' ? ', som avvikelse mot budget' : '';
  return `${nameForecast(forecast, year)} lämnades${kind}: ${tellFigures(forecast.figures)}`;
}

/** `Prognosen för 2023 vid uppföljning 3` */
export function nameForecast({ round }: Pick<Forecast, 'round'>, year: FiscalYear): string {
  return `Prognosen för ${year} vid uppföljning ${round}`;
}

/** The sums that were said of the committee as a whole; where none was, how many account groups were forecast. */
function tellFigures(figures: ForecastFigures): string {
  const sums = figures.scope === 'committee' ? figures : figures.controlTotals;
  const told = committeeMeasures.flatMap((measure) => {
    const amountOre = sums[`${measure}Ore`] ?? null;
    return amountOre === null ? [] : [`${totalsInSwedish[measure]} ${tellExactly(amountOre)}`];
  });
  if (told.length > 0 || figures.scope === 'committee') return enumerate(told);
  const { length } = figures.lines;
  return length === 1 ? '1 kontogrupp' : `${length} kontogrupper`;
}
