import { defaultAccountGroups, foldInto, foldStream, type Decision, type Rejection } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStream, budgetStreamId, type BudgetEvent } from '#libs/budget/contract';
import { followUpStreamId, type FollowUpEvent } from '#libs/follow-up/contract';
import { adoptBudget } from '../../libs/budget/src/adopt-budget/adopt-budget.js';
import { adoptInvestments } from '../../libs/budget/src/adopt-investments/adopt-investments.js';
import { closeAccounts } from '../../libs/follow-up/src/close-accounts/close-accounts.js';
import { followUpStream } from '../../libs/follow-up/src/fiscal-year/evolve.js';
import type { FollowUpState } from '../../libs/follow-up/src/fiscal-year/state.js';
import { standingAccounts, type FollowUpYear } from '../../libs/follow-up/src/fiscal-year/year-document.js';
import { followUpYears, type YearEvent } from '../../libs/follow-up/src/fiscal-year/year-projection.js';
import { noteForecast } from '../../libs/follow-up/src/note-forecast/note-forecast.js';
import { setCalendar } from '../../libs/follow-up/src/set-calendar/set-calendar.js';
import { submitForecast } from '../../libs/follow-up/src/submit-forecast/submit-forecast.js';
import { yearEndAccounts } from '../../libs/follow-up/src/view-accounts/year-end-accounts.js';
import { offsetRatio } from '../../libs/follow-up/src/view-accuracy/offset.js';
import { yearAccuracy } from '../../libs/follow-up/src/view-accuracy/year-accuracy.js';
import { forecastMatrix } from '../../libs/follow-up/src/view-forecasts/forecast-matrix.js';
import { tkr, typedBudget, typedInvestments } from './printed-budgets.js';
import {
  printedAccounts,
  printedAccuracy,
  printedDifferences,
  printedInvestments,
  printedRounds,
  printedVariances,
  typedAccounts,
  typedInvestmentAccounts,
} from './printed-follow-up.js';

const accountGroups = defaultAccountGroups;
const unknownParagraph = (effectiveOn: string) =>
  ({ kind: 'uncited', reason: 'Paragrafen framgår inte av handlingarna.', effectiveOn }) as const;

/** The facts that the commands lead to, each decided on those before. */
function decided<State, Event>(
  fold: (facts: readonly Event[]) => State,
  commands: readonly ((state: State) => { readonly accepted: boolean })[],
): readonly Event[] {
  const facts: Event[] = [];
  for (const command of commands) {
    const decision = command(fold(facts)) as Decision<never, Rejection>;
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejection));
    facts.push(...decision.events);
  }
  return facts;
}

function budgetFacts(): readonly BudgetEvent[] {
  const [year, basis] = [2023, unknownParagraph('2022-11-15')];
  return decided(
    (facts) => foldStream(budgetStream, facts),
    [
      (state) => adoptBudget({ ...typedBudget(year), accountGroups, basis }, state),
      (state) => adoptInvestments({ ...typedInvestments(2023), year, basis }, state),
    ],
  );
}

function followUpFacts(year: 2022 | 2023): readonly FollowUpEvent[] {
  const rounds = year === 2023 ? printedRounds() : [];
  const calendar = rounds.map(({ round, date, kind }) => ({ round, date, kind }));
  const forecasts = rounds.flatMap(({ round, forecastOre, citation, date }) => [
    (state: FollowUpState) =>
      submitForecast(
        {
          year,
          round,
          figureKind: 'variance',
          figures: { scope: 'committee', annualResultOre: forecastOre, netCostOre: null },
          precision: 'tkr',
          comment: null,
          assumptions: [],
          effectiveOn: null,
          accountGroups,
        },
        state,
      ),
    (state: FollowUpState) =>
      noteForecast(
        { committee: 'SN', year, round, basis: { kind: 'decision', citation, effectiveOn: date } },
        state,
      ),
  ]);
  const basis = unknownParagraph(`${year}-12-31`);
  const investments = typedInvestmentAccounts(year);
  return decided(
    (facts) => foldStream(followUpStream, facts),
    [
      (state) =>
        setCalendar(
          { year, rounds: calendar, basis: { kind: 'report', effectiveOn: `${year}-01-01` } },
          state,
        ),
      ...forecasts,
      (state) => closeAccounts({ ...typedAccounts(year), year, accountGroups, investments, basis }, state),
    ],
  );
}

const events = [
  ...record<YearEvent>(budgetStreamId('alingsas', 'SN', 2023), budgetFacts()),
  ...([2022, 2023] as const).flatMap((year) =>
    record<YearEvent>(followUpStreamId('alingsas', 'SN', year), followUpFacts(year)),
  ),
];
const docs = foldInto(followUpYears, new Map<string, FollowUpYear>(), events);
const docOf = (year: number) => docs.get(`SN.${year}`) ?? followUpYears.initial(`SN.${year}`);
const doc2023 = docOf(2023);

describe('the printed accounts', () => {
  it.each([2022, 2023] as const)('of %d come back to the krona', (year) => {
    const { rows } = yearEndAccounts(docOf(year), docOf(year - 1));
    const shown = Object.fromEntries(rows.map(({ of, accountsOre }) => [of, accountsOre]));
    const { kind: _, ...figures } = printedAccounts(year);
    expect(shown).toEqual(
      Object.fromEntries(Object.entries(figures).map(([of, amount]) => [of, tkr(amount)])),
    );
  });

  it.each([
    [2022, -221_731, -221_732],
    [2023, -245_645, -245_644],
  ] as const)('of %d print the costs as %d tkr where the lines make %d', (year, printed, computed) => {
    expect(standingAccounts(docOf(year))?.rounding).toEqual([
      {
        total: 'grossCost',
        printedOre: tkr(printed),
        computedOre: tkr(computed),
        differenceOre: tkr(printed - computed),
        toleranceOre: tkr(2),
      },
    ]);
  });

  it('vary from the budget, and differ from the year before, as printed or by one tkr of rounding', () => {
    const { rows } = yearEndAccounts(doc2023, docOf(2022));
    const rowOf = (of: string) => rows.find((row) => row.of === of);
    const apart = (printed: readonly (readonly [string, number])[], column: 'variance' | 'difference') =>
      printed.map(([of, amount]) => {
        const cell = rowOf(of)?.[column];
        const differenceOre = (cell?.amountOre ?? Number.NaN) - tkr(amount);
        return Math.abs(differenceOre) <= (cell?.toleranceOre ?? 0)
          ? differenceOre / tkr(1)
          : `${of} ${amount}`;
      });
    expect(apart(printedVariances(), 'variance')).toEqual([1, 1, 0, -1, 0, -1, 0, 0, 0]);
    expect(apart(printedDifferences, 'difference')).toEqual([1, 1, 1, 0, 1, -1, 0, 0, 0, 0]);
  });

  it('invest as printed, against the budget and the year before', () => {
    const shown = yearEndAccounts(doc2023, docOf(2022)).investments;
    const { rows, totalOre } = printedInvestments();
    expect(shown).toHaveLength(rows.length + 1);
    for (const { category, line, ore } of [...rows, { category: null, line: null, ore: totalOre }]) {
      const row = shown.find((candidate) => candidate.category === category && candidate.line === line);
      expect([
        line,
        row?.budgetOre,
        row?.accountsOre,
        row?.varianceOre,
        row?.previousAccountsOre,
        row?.differenceOre,
      ]).toEqual([line, ...ore]);
    }
  });
});

describe('the printed accuracy of the forecasts of 2023', () => {
  const accuracy = yearAccuracy(doc2023, [...docs.values()]);

  it('is in the table of all nine rounds', () => {
    const { table, share } = printedAccuracy();
    for (const { label, forecast, deviationFromAccounts } of table) {
      const rows = accuracy.table.filter((row) => row.label === label);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect([row.forecastOre, row.deviationFromAccountsOre]).toEqual(
          [forecast, deviationFromAccounts].map(tkr),
        );
      }
    }
    expect(accuracy.rounds.map(({ round, error }) => [round, error])).toEqual(
      printedRounds().map(({ round }) => [round, { value: tkr(129) }]),
    );
    expect(accuracy.shareOfBudgetedNetCost).toEqual({
      value: { partOre: tkr(129), wholeOre: tkr(224_047), printed: share },
    });
  });

  it('hides variances of the account groups that offset each other to 99,6 %', () => {
    const sums = new Set(['grossCost', 'netCost', 'municipalGrant', 'annualResult']);
    const printed = printedVariances().filter(([of]) => !sums.has(of));
    expect(offsetRatio(printed.map(([, variance]) => tkr(variance)))).toEqual({
      value: { grossOre: tkr(31_405), netOre: tkr(135), printed: '99,6 %' },
    });
    expect(accuracy.offset).toMatchObject({ value: { printed: '99,6 %' } });
  });

  it('was noted under a paragraph at every round', () => {
    const { rounds } = forecastMatrix(doc2023);
    expect(rounds.map(({ note }) => note?.citation)).toEqual(printedRounds().map(({ citation }) => citation));
  });
});
