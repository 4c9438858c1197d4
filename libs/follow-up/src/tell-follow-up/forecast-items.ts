import { budgetFigures } from '#libs/budget/contract';
import { groupItems, sumItem, wordsItem, type Item, type ItemPlace } from '#libs/kernel';
import type { Forecast } from '../contract/index.js';
import { forecastAmount } from '../fiscal-year/forecast-amount.js';
import { isAvailable } from '../fiscal-year/metric.js';
import type { FollowUpYear, RoundForecasts } from '../fiscal-year/year-document.js';

/** As a forecast matrix shows them. */
const measures = ['netCost', 'annualResult'] as const;

/** The forecast that stands at a round, and under which paragraph the committee took note of it. */
export function forecastItems(doc: FollowUpYear, forecasts: RoundForecasts): readonly Item[] {
  const { round, versions, note } = forecasts;
  const place = {
    path: `follow-up/${doc.year}/rounds/${round}`,
    label: `prognos ${doc.year}, uppföljning ${round}`,
  };
  const standing = versions.at(-1);
  return [
    ...(standing ? figureItems(doc, standing, ofItsKind(place, standing)) : []),
    ...(note ? [wordsItem(place, 'note', 'lagd till handlingarna', note.citation ?? 'utan paragraf')] : []),
  ];
}

/** A level and a variance stand at the same path, and are never told as if they were one. */
function ofItsKind({ path, label }: ItemPlace, { figureKind }: Forecast): ItemPlace {
  if (figureKind === 'level') return { path, label };
  const as = 'avvikelse mot budget';
  return { path, label: `${label} (${as})`, as };
}

function figureItems(
  { budget, calendar }: FollowUpYear,
  forecast: RoundForecasts['versions'][number],
  place: ItemPlace,
): readonly Item[] {
  const { figures, round, effectiveOn } = forecast;
  const lines = figures.scope === 'accountGroups' ? figures.lines : [];
  const date = calendar.find((candidate) => candidate.round === round)?.date ?? effectiveOn;
  const inForce = budgetFigures(budget, date);
  const sums = measures.flatMap((measure) => {
    const amount = forecastAmount(forecast, measure, inForce);
    return isAvailable(amount) ? [sumItem(place, measure, amount.value)] : [];
  });
  return [...groupItems(place, lines, ['note']), ...sums];
}
