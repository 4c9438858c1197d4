import type { FollowUpEvent } from '../contract/index.js';
import {
  calendarSet,
  forecastNoted,
  forecastRevised,
  forecastSubmitted,
  tkr,
  varianceForecast,
} from '../fiscal-year/fixtures.js';
import { budget2023 } from '../testing/reference-years.js';
import { yearDoc } from '../testing/year-docs.js';
import { forecastMatrix } from './forecast-matrix.js';

const thirdRound: FollowUpEvent = {
  type: 'ForecastSubmitted',
  data: varianceForecast(3, -500),
  basis: { kind: 'report', effectiveOn: '2023-09-19' },
};
const facts: readonly FollowUpEvent[] = [
  calendarSet,
  forecastSubmitted,
  forecastRevised,
  forecastNoted,
  thirdRound,
];
const matrix = forecastMatrix(yearDoc(2023, { budget: { 2023: budget2023 }, followUp: { 2023: facts } }));

describe('the forecast matrix', () => {
  it('has a column for every round of the calendar, with and without a forecast', () => {
    expect(
      matrix.rounds.map(({ round, label, forecast }) => [round, label, forecast?.figureKind ?? null]),
    ).toEqual([
      [1, 'Månadsuppföljning', 'level'],
      [2, 'Fördjupad månadsuppföljning', null],
      [3, 'Delårsbokslut', 'variance'],
    ]);
    expect(matrix.figureKinds).toEqual(['level', null, 'variance']);
  });

  it('has a row for every account group that was forecast, and two for the committee; what is missing is null', () => {
    expect(matrix.rows.map(({ of, amountsOre }) => [of, amountsOre])).toEqual([
      ['revenue', [tkr(16_924), null, null]],
      ['staffCosts', [tkr(-135_900), null, null]],
      ['purchasedServices', [tkr(-59_300), null, null]],
      ['netCost', [tkr(-178_277), null, null]],
      ['annualResult', [null, null, tkr(-500)]],
    ]);
  });

  it('shows what was said with it, what stood before, and under which paragraph the committee took note', () => {
    expect(matrix.rounds[0]).toMatchObject({
      forecast: {
        comment: 'Köpt vård ökar.',
        assumptions: ['Statsbidragen blir som 2022.'],
        precision: 'tkr',
      },
      former: [{ figureKind: 'variance', effectiveOn: '2023-03-21' }],
      note: { citation: 'SN 2023-03-21, § 19' },
    });
    expect(matrix.rounds[2]).toMatchObject({ former: [], note: null });
  });

  it('has a row for neither sum before there is a calendar', () => {
    const { rounds, rows } = forecastMatrix(yearDoc(2023, { followUp: { 2023: [] } }));
    expect([rounds, rows.map(({ amountsOre }) => amountsOre)]).toEqual([[], [[], []]]);
  });
});
