import { groupItems, monthInSwedish, wordsItem, withinSentence, type Item } from '#libs/kernel';
import { labelledRounds } from '../fiscal-year/round-labels.js';
import { standingOutcome, type FollowUpYear } from '../fiscal-year/year-document.js';
import { accountsItems } from './accounts-items.js';
import { forecastItems } from './forecast-items.js';

/**
 * What holds of a year's follow-up: `follow-up/2023/calendar/3`, `follow-up/2023/rounds/3/annualResult`,
 * `follow-up/2023/outcomes/1/staffCosts`, `follow-up/2023/accounts/netCost`. What a fact corrects holds no longer.
 */
export function followUpItems(doc: FollowUpYear): readonly Item[] {
  return [
    ...calendarItems(doc),
    ...doc.forecasts.flatMap((round) => forecastItems(doc, round)),
    ...doc.outcomes.flatMap(({ month }) => outcomeItems(doc, month)),
    ...accountsItems(doc),
  ];
}

function calendarItems(doc: FollowUpYear): readonly Item[] {
  const place = { path: `follow-up/${doc.year}/calendar`, label: `kalender ${doc.year}` };
  return labelledRounds(doc).map(({ round, date, label }) =>
    wordsItem(place, String(round), `uppföljning ${round}`, `${date}, ${withinSentence(label)}`),
  );
}

function outcomeItems(doc: FollowUpYear, month: number): readonly Item[] {
  const place = {
    path: `follow-up/${doc.year}/outcomes/${month}`,
    label: `utfall ${monthInSwedish(month)} ${doc.year}`,
  };
  return groupItems(place, standingOutcome(doc, month)?.lines ?? []);
}
