import { accuracyOverYearsTable } from './accuracy-over-years.js';
import { accuracyTable, type ShownAccuracy } from './accuracy.js';
import { maxWidth, renderTable } from './table.js';

const tkr = (thousands: number) => thousands * 100_000;
const notAvailable = <Reason>(reason: Reason) => ({ notAvailable: reason });

/** The accuracy of 2023 as it is printed, with two of its rounds. */
const accuracy: ShownAccuracy = {
  year: 2023,
  measure: 'annualResult',
  accounts: { effectiveOn: '2024-02-20' },
  table: [
    { label: 'Månadsuppföljning', round: 1, forecastOre: null, deviationFromAccountsOre: null },
    { label: 'Delårsbokslut', round: 2, forecastOre: 0, deviationFromAccountsOre: tkr(129) },
    { label: 'Bokslut 2023', round: null, forecastOre: 0, deviationFromAccountsOre: tkr(129) },
  ],
  rounds: [
    { round: 1, date: '2023-03-21', measuresDecidedSince: [], isBudgetChangedSince: false },
    {
      round: 2,
      date: '2023-09-19',
      isBudgetChangedSince: true,
      measuresDecidedSince: [
        {
          planId: '2023-10-24.52',
          decidedOn: '2023-10-24',
          citation: null,
          measure: {
            id: 'vacancies',
            text: 'Vakansprövning',
            responsibleRole: null,
            expectedEffect: null,
            dueOn: null,
            accountGroup: null,
          },
        },
      ],
    },
  ],
  shareOfBudgetedNetCost: { value: { partOre: tkr(129), wholeOre: tkr(224_047), printed: '0,06 %' } },
  pathLength: notAvailable('too-few-rounds'),
  convergence: notAvailable('forecast-never-moved'),
  offset: { value: { grossOre: tkr(31_405), netOre: tkr(135), printed: '99,6 %' } },
};

describe('forecast accuracy in a table', () => {
  it('is shown round by round against the accounts, with what the year as a whole tells', () => {
    expect(renderTable(accuracyTable(accuracy))).toBe(
      `Prognossäkerhet 2023, årets resultat (tkr)

Nr  Avstämningstillfälle  Datum       Prognos  Avvikelse mot bokslut
────────────────────────────────────────────────────────────────────
 1  Månadsuppföljning     2023-03-21        –                      –
 2  Delårsbokslut         2023-09-19        0                    129
────────────────────────────────────────────────────────────────────
    Bokslut 2023          2024-02-20        0                    129

Sista prognosens avvikelse av budgeterad nettokostnad: 0,06 %.

Prognosens sammanlagda ändringar under året: ingen uppgift (för få avstämningar).

Konvergens: ingen uppgift (prognosen ändrades aldrig, så måttet säger inget).

Kvittning: 99,6 % (kontogruppernas avvikelser är 31 405 tkr brutto och 135 tkr netto).

Åtgärder beslutade mellan avstämning och bokslut: Vakansprövning.

Budgeten ändrades efter avstämning 2.

– betyder ingen uppgift.
`,
    );
  });

  it('tells from which round the forecast stayed near', () => {
    const notes = (fromRound: number | null) =>
      accuracyTable({ ...accuracy, convergence: { value: { fromRound, toleranceOre: tkr(2_240) } } }).notes;
    expect(notes(2)).toContain('Konvergens: från avstämning 2 låg prognosen inom 2 240 tkr.');
    expect(notes(null)).toContain('Konvergens: den sista prognosen låg utanför 2 240 tkr.');
  });
});

describe('forecast accuracy over years in a table', () => {
  it('shows the errors of each round, their means and whether they always go the same way', () => {
    const table = accuracyOverYearsTable({
      committee: 'SN',
      years: [2022, 2023],
      measure: 'annualResult',
      outcomeVariances: [
        { year: 2022, variance: notAvailable('budget-not-adopted') },
        { year: 2023, variance: { value: tkr(129) } },
      ],
      scale: notAvailable('too-few-years'),
      rounds: [
        {
          round: 1,
          errors: [
            { year: 2022, error: { value: tkr(-40) } },
            { year: 2023, error: { value: tkr(129) } },
          ],
          meanAbsoluteError: { value: { sumOre: tkr(169), years: 2, printedOre: '8 450 000,00' } },
          bias: { value: { sumOre: tkr(89), years: 2, printedOre: '4 450 000,00' } },
          shareOfBudgetedNetCost: notAvailable('whole-is-zero'),
          scaledError: notAvailable('too-few-years'),
          trackingSignal: {
            value: {
              sumOre: tkr(89),
              sumOfSizesOre: tkr(169),
              years: 2,
              printed: '1,05',
              isBeyondLimits: false,
            },
          },
          interval: notAvailable('too-few-years'),
        },
        {
          round: 2,
          errors: [
            { year: 2022, error: notAvailable('no-forecast') },
            { year: 2023, error: { value: tkr(129) } },
          ],
          meanAbsoluteError: { value: { sumOre: tkr(129), years: 1, printedOre: '12 900 000,00' } },
          bias: { value: { sumOre: tkr(129), years: 1, printedOre: '12 900 000,00' } },
          shareOfBudgetedNetCost: notAvailable('whole-is-zero'),
          scaledError: notAvailable('too-few-years'),
          trackingSignal: notAvailable('too-few-years'),
          interval: notAvailable('too-few-years'),
        },
      ],
    });
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['1', '-40', '129', '85', '45', '1,05'],
      ['2', '–', '129', '129', '129', '–'],
    ]);
    expect(table.notes[0]).toBe(
      'Bokslutens avvikelse mot budget: 2022 ingen uppgift (budgeten är inte antagen); 2023 129 tkr.',
    );
    expect(
      Math.max(
        ...renderTable(table)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(maxWidth);
  });
});
