import type { ActionPlanEvent } from '#libs/action-plan/contract';
import { accountsCorrected } from '../fiscal-year/accounts-fixtures.js';
import { recordedInTkr, tkr } from '../fiscal-year/fixtures.js';
import {
  accountsWithResult,
  budget2023,
  calendarOf,
  evenBudget,
  followUp2023,
  forecastsOf,
  reallocated,
} from '../testing/reference-years.js';
import { yearDoc, yearDocs, type Facts } from '../testing/year-docs.js';
import { yearAccuracy } from './year-accuracy.js';

const reference: Facts = { budget: { 2023: budget2023 }, followUp: { 2023: followUp2023 } };
const accuracy = (facts: Facts) => yearAccuracy(yearDoc(2023, facts), yearDocs(facts));

describe('a budget that was changed after a round', () => {
  const amended = (effectiveOn: string): Facts => ({
    budget: {
      2023: [
        evenBudget(2023),
        {
          type: 'BudgetAmended',
          data: {
            precision: 'tkr',
            changes: recordedInTkr({ municipalGrant: 1_000 }).map(({ amountOre, ...line }) => ({
              ...line,
              changeOre: amountOre,
            })),
          },
          basis: { kind: 'decision', citation: 'KF 2023-06-20, § 5', effectiveOn },
        },
      ],
    },
    followUp: {
      2023: [calendarOf(2023), ...forecastsOf(2023, [0, 0, 0, 0, 0]), accountsWithResult(2023, 300)],
    },
  });

  it('is said, and each forecast is held against the budget of its time', () => {
    const { rounds, outcomeVariance } = accuracy(amended('2023-06-20'));
    expect(outcomeVariance).toEqual({ value: tkr(-700) });
    expect(
      rounds.slice(3, 5).map(({ error, isBudgetChangedSince }) => [error, isBudgetChangedSince]),
    ).toEqual([
      [{ value: tkr(300) }, true],
      [{ value: tkr(-700) }, false],
    ]);
  });

  it('is also one within the committee', () => {
    const facts: Facts = {
      ...reference,
      budget: { 2023: [...budget2023, reallocated('staffCosts', 'purchasedServices', 5_000, '2023-08-22')] },
    };
    expect(accuracy(facts).rounds.map(({ isBudgetChangedSince }) => isBudgetChangedSince)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('corrected accounts', () => {
  it('give another error, and the former one is kept with its dates', () => {
    const corrected = accuracy({ ...reference, followUp: { 2023: [...followUp2023, accountsCorrected] } });
    expect(corrected.rounds[0]).toMatchObject({
      // The correction prints no sums, so nothing is rounded away: 130 − 100.
      error: { value: tkr(30) },
      formerErrors: [{ accountsEffectiveOn: '2023-12-31', error: { value: tkr(129) } }],
    });
    expect(corrected.formerAccounts).toMatchObject([{ effectiveOn: '2023-12-31', reason: null }]);
    expect(corrected.accounts).toMatchObject({
      effectiveOn: '2024-03-19',
      reason: 'En faktura var bokförd på fel år.',
    });
  });
});

describe('measures decided between the round and the accounts', () => {
  const measure = {
    id: 'vacancies',
    text: 'Vakanser hålls',
    responsibleRole: null,
    expectedEffect: null,
    dueOn: null,
    accountGroup: null,
  };
  const plan = (decidedOn: string): readonly ActionPlanEvent[] => [
    {
      type: 'ActionPlanAdopted',
      data: { title: 'Ekonomi i balans', purpose: null, fiscalYears: [2023], measures: [measure] },
      basis: { kind: 'decision', citation: `SN ${decidedOn}, § 5`, effectiveOn: decidedOn },
    },
  ];
  const besides = (decidedOn: string, facts: Facts = reference) =>
    accuracy({ ...facts, actionPlan: { [`${decidedOn}.5`]: plan(decidedOn) } }).rounds.map(
      ({ measuresDecidedSince }) => measuresDecidedSince.length,
    );

  it('stand beside the error of every earlier round', () => {
    expect(besides('2023-08-22')).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('are none of those decided after the accounts', () => {
    expect(besides('2023-12-31')).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(besides('2024-01-16')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('are all so far until the year is closed, also those decided in the year after', () => {
    expect(besides('2024-01-16', { ...reference, followUp: { 2023: followUp2023.slice(0, -1) } })).toContain(
      1,
    );
  });
});
