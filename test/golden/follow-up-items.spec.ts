import { isFactCited, type Item } from '#libs/kernel';
import {
  accountsCorrected,
  followUpSamples,
} from '../../libs/follow-up/src/fiscal-year/accounts-fixtures.js';
import type { FollowUpYear } from '../../libs/follow-up/src/fiscal-year/year-document.js';
import { followUpItems } from '../../libs/follow-up/src/tell-follow-up/follow-up-items.js';
import { budget2023 } from '../../libs/follow-up/src/testing/reference-years.js';
import { yearDoc } from '../../libs/follow-up/src/testing/year-docs.js';
import { yearEndAccounts } from '../../libs/follow-up/src/view-accounts/year-end-accounts.js';
import { forecastMatrix } from '../../libs/follow-up/src/view-forecasts/forecast-matrix.js';

const docAfter = (facts: typeof followUpSamples) =>
  yearDoc(2023, { budget: { 2023: budget2023 }, followUp: { 2023: facts } });
const afterAll = docAfter(followUpSamples);
/** With the investments that the correction leaves out. */
const closed = docAfter(followUpSamples.filter((fact) => fact !== accountsCorrected && !isFactCited(fact)));

/** What stands below the path, an amount or words each. */
function itemsBelow(doc: FollowUpYear, path: string) {
  const below = followUpItems(doc).filter((item) => item.path.startsWith(`follow-up/2023/${path}/`));
  return Object.fromEntries(
    below.map((item) => [item.path.slice(`follow-up/2023/${path}/`.length), said(item)]),
  );
}

function said({ value }: Item) {
  return value.kind === 'amount' ? value.amountOre : value.words;
}

describe('the items of a follow-up say what its views answer', () => {
  it('of the forecast that stands at each round, and of the note', () => {
    const { rounds, rows } = forecastMatrix(afterAll);
    for (const [n, { round, note }] of rounds.entries()) {
      const figures = rows.flatMap(({ of, amountsOre }) => {
        const amountOre = amountsOre[n] ?? null;
        return amountOre === null ? [] : [[of, amountOre] as const];
      });
      expect(itemsBelow(afterAll, `rounds/${round}`)).toEqual({
        ...Object.fromEntries(figures),
        ...(note && { note: note.citation }),
      });
    }
    expect(Object.keys(itemsBelow(afterAll, 'rounds/1'))).toHaveLength(5);
  });

  it('of the calendar', () => {
    expect(itemsBelow(afterAll, 'calendar')).toEqual(
      Object.fromEntries(
        forecastMatrix(afterAll).rounds.map(({ round, date, label }) => [
          round,
          `${date}, ${label.toLowerCase()}`,
        ]),
      ),
    );
  });

  it('of the months', () => {
    for (const { month, outcome } of yearEndAccounts(afterAll, null).months) {
      const lines = outcome?.lines ?? [];
      expect(itemsBelow(afterAll, `outcomes/${month}`)).toEqual(
        Object.fromEntries(lines.map(({ accountGroup, amountOre }) => [accountGroup, amountOre])),
      );
    }
    expect(Object.keys(itemsBelow(afterAll, 'outcomes/1'))).toHaveLength(2);
  });

  it.each([
    ['that closed the year', closed],
    ['that were corrected', afterAll],
  ])('of the accounts %s', (_, doc) => {
    const { rows, investments } = yearEndAccounts(doc, null);
    const invested = investments.filter(({ line, accountsOre }) => line === null && accountsOre !== null);
    expect(itemsBelow(doc, 'accounts')).toEqual(
      Object.fromEntries([
        ...rows.map(({ of, accountsOre }) => [of, accountsOre]),
        ...invested.map(({ category, accountsOre }) => [`investments/${category ?? 'total'}`, accountsOre]),
      ]),
    );
  });

  it('and of nothing where there is only a budget', () => {
    expect(followUpItems(docAfter([]))).toEqual([]);
  });
});
