import { foldInto } from '#libs/kernel';
import type { ActionPlanEvent } from '#libs/action-plan/contract';
import { budget2023, followUp2023 } from '../testing/reference-years.js';
import { recordedFacts, yearDoc, yearDocs, type Facts } from '../testing/year-docs.js';
import { followUpSamples } from './accounts-fixtures.js';
import { isFollowedUp, standingAccounts, standingForecast, standingOutcome } from './year-document.js';
import { followUpYears } from './year-projection.js';

const plan: ActionPlanEvent = {
  type: 'ActionPlanAdopted',
  data: {
    title: 'Ekonomi i balans',
    purpose: null,
    fiscalYears: [2024],
    measures: [
      { id: 'a', text: 'A', responsibleRole: null, expectedEffect: null, dueOn: null, accountGroup: null },
    ],
  },
  basis: { kind: 'decision', citation: 'SN 2024-09-17, § 42', effectiveOn: '2024-09-17' },
};
const facts: Facts = {
  budget: { 2023: budget2023 },
  actionPlan: {
    '2024-09-17.42': [
      plan,
      { type: 'MeasureCancelled', data: { measureId: 'a', reason: 'Uppnådd' }, basis: plan.basis },
    ],
  },
  followUp: { 2022: followUpSamples, 2023: followUp2023 },
};

describe('a year as its streams tell it', () => {
  const { forecasts, outcomes, accounts, revision } = yearDoc(2022, facts);

  it('keeps what was replaced, in order; the last stands', () => {
    const doc = yearDoc(2022, facts);
    expect(
      forecasts.map(({ round, versions }) => [round, versions.map(({ figureKind }) => figureKind)]),
    ).toEqual([[1, ['variance', 'level']]]);
    expect(outcomes.map(({ month, versions }) => [month, versions.length])).toEqual([[1, 2]]);
    expect(accounts.map(({ reason }) => reason)).toEqual([null, 'En faktura var bokförd på fel år.']);
    expect(standingForecast(doc, 1)).toBe(doc.forecasts[0]?.versions[1]);
    expect(standingOutcome(doc, 1)).toBe(doc.outcomes[0]?.versions[1]);
    expect(standingAccounts(doc)).toBe(doc.accounts[1]);
    expect([standingForecast(doc, 2), standingOutcome(doc, 2)]).toEqual([null, null]);
  });

  it('knows under which paragraph the committee took note, and what was cited afterwards', () => {
    expect(forecasts[0]?.note).toMatchObject({ citation: 'SN 2023-03-21, § 19', effectiveOn: '2023-03-21' });
    expect(accounts[0]).toMatchObject({ citation: 'SN 2024-02-20, § 9', uncitedReason: null, revision: 6 });
    expect(revision).toBe(8);
  });

  it('is known as of a date and an instant by the same fold over fewer facts', () => {
    const inMay = yearDoc(2023, facts, { asOf: '2023-05-16' });
    expect(inMay.forecasts.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(inMay.accounts).toEqual([]);
    const beforeTheCitation = yearDoc(2022, facts, { asOf: '2024-02-19' });
    expect(beforeTheCitation.accounts).toMatchObject([
      { citation: null, uncitedReason: 'Årsbokslutet anger ingen paragraf.' },
    ]);
    const knownThen = yearDoc(2022, facts, { knownAt: '2026-01-01T02:01:00.000Z' });
    expect(knownThen).toMatchObject({ revision: 1, forecasts: [{ versions: [{ figureKind: 'variance' }] }] });
  });

  it('gives the same in two helpings as in one', () => {
    const events = recordedFacts(facts);
    const first = foldInto(followUpYears, new Map(), events.slice(0, 9));
    expect([...foldInto(followUpYears, first, events.slice(9)).values()]).toEqual(yearDocs(facts));
  });
});

describe('what surrounds a year', () => {
  it('are the facts of its budget, without making it a year that is followed up', () => {
    const doc = yearDoc(2023, { budget: { 2023: budget2023 } });
    expect(doc.budget.map(({ type }) => type)).toEqual(['BudgetAdopted', 'ContingencyReserveSet']);
    expect([doc.revision, isFollowedUp(doc)]).toEqual([-1, false]);
    expect(isFollowedUp(yearDoc(2023, facts))).toBe(true);
  });

  it('are measures decided in it, and in the year in which its accounts are closed', () => {
    const decided = yearDocs(facts).map(({ year, measures }) => [
      year,
      measures.map(({ decidedOn }) => decidedOn),
    ]);
    expect(Object.fromEntries(decided)).toEqual({ 2022: [], 2023: ['2024-09-17'], 2024: ['2024-09-17'] });
    expect(yearDoc(2023, facts).measures).toMatchObject([
      { planId: '2024-09-17.42', citation: 'SN 2024-09-17, § 42', measure: { id: 'a' } },
    ]);
  });
});

describe('the streams that a question has to read', () => {
  it('are those of the year, and every plan of the committee', () => {
    const ofTheYear = [
      { stream: 'followUp-SN.2023' },
      { stream: 'budget-SN.2023' },
      { prefix: 'actionPlan-SN.' },
    ];
    expect(followUpYears.sources({ key: 'SN.2023' })).toEqual(ofTheYear);
    expect(followUpYears.sources({ committee: 'SN', year: 2023 })).toEqual(ofTheYear);
  });

  it('are those of the committee for its list, and of everybody for all', () => {
    const prefixes = (committee?: string) => followUpYears.sources({ ...(committee && { committee }) });
    expect(prefixes('SN')).toEqual([
      { prefix: 'followUp-SN.' },
      { prefix: 'budget-SN.' },
      { prefix: 'actionPlan-SN.' },
    ]);
    expect(prefixes()).toEqual([{ prefix: 'followUp-' }, { prefix: 'budget-' }, { prefix: 'actionPlan-' }]);
  });

  it('lead to documents listed by committee and year', () => {
    expect(followUpYears.index(yearDoc(2023, facts))).toEqual({
      committee: 'SN',
      year: 2023,
      sortKey: '2023',
    });
  });
});
