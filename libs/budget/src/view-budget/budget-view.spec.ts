import { foldInto, qualifies, type AsOf } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStreamId } from '../contract/index.js';
import { budgetSamples, tkr } from '../fiscal-year/fixtures.js';
import { budgets, type BudgetDocument } from '../fiscal-year/projected-budget.js';
import { budgetView } from './budget-view.js';

const events = record(budgetStreamId('alingsas', 'SN', 2025), budgetSamples);
const fold = (asOf: AsOf = {}) =>
  foldInto(
    budgets,
    new Map<string, BudgetDocument>(),
    events.filter((event) => qualifies(event, asOf)),
  );

function viewOf(year: number, asOf: AsOf = {}) {
  const doc = fold(asOf).get(`SN.${year}`);
  return doc ? budgetView(doc) : null;
}

describe('a budget as people read it', () => {
  it('is the same in two helpings as in one', () => {
    const first = foldInto(budgets, new Map<string, BudgetDocument>(), events.slice(0, 5));
    expect(foldInto(budgets, first, events.slice(5))).toEqual(fold());
    expect([...fold().keys()]).toEqual(['SN.2025', 'SN.2026', 'SN.2027']);
  });

  it('tells lines, sums and where they come from', () => {
    expect(viewOf(2025)).toMatchObject({
      status: 'budget',
      adoptedWith: 2025,
      revision: 9,
      restsOn: { citation: 'KF 2024-11-06, § 149', uncitedReason: null, effectiveOn: '2024-11-06' },
      sums: {
        adopted: { netCostOre: tkr(-256_303) },
        inForce: { netCostOre: tkr(-257_803) },
        computed: { netCostOre: tkr(-257_803), annualResultOre: 0 },
      },
      warnings: [],
    });
  });

  it('of a plan year tells the plan', () => {
    expect(viewOf(2026)).toMatchObject({
      status: 'plan',
      adoptedWith: 2025,
      revision: -1,
      plans: [{ adoptedWith: 2025, sums: { municipalGrantOre: tkr(263_632) } }],
      reserve: null,
      grantChange: null,
    });
  });

  it('tells the paragraph that a later fact said, from the date on which that fact holds', () => {
    const investments = (asOf: AsOf = {}) => viewOf(2025, asOf)?.investments?.restsOn;
    expect(investments()).toMatchObject({ citation: 'SN 2024-11-19, § 71', effectiveOn: '2024-11-06' });
    expect(investments({ asOf: '2024-11-18' })).toEqual({
      citation: null,
      uncitedReason: 'Paragrafen framgår inte av budgeten.',
      effectiveOn: '2024-11-06',
    });
  });

  it('lists what has no paragraph by its place in the stream, also where facts before it do not qualify', () => {
    const uncitedAt = (asOf: AsOf) => viewOf(2025, asOf)?.uncited.map((fact) => fact.revision);
    expect(uncitedAt({ asOf: '2024-11-06' })).toEqual([4]);
    expect(uncitedAt({ knownAt: events[3]?.record.recordedAt ?? '' })).toEqual([]);
    expect(uncitedAt({})).toEqual([]);
  });

  it('tells the life of the reserve', () => {
    const reserve = viewOf(2025)?.reserve;
    expect(reserve).toMatchObject({ heldIn: 'otherCosts', remainingOre: tkr(3_000) });
    expect(reserve?.life.map((step) => step.type)).toEqual([
      'ContingencyReserveSet',
      'ContingencyReserveMoved',
      'ContingencyReserveDrawn',
    ]);
  });

  it('is nothing where neither a budget nor a plan is known', () => {
    expect(budgetView(budgets.initial('SN.2031'))).toBeNull();
  });
});
