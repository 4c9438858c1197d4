import { foldInto } from '#libs/kernel';
import { record, testActor } from '#libs/kernel/testing';
import { budgetStreamId } from '../contract/index.js';
import { budgetSamples, figures2026, recordedStatement, tkr } from '../fiscal-year/fixtures.js';
import { budgetHistories, type BudgetHistory } from './budget-history.js';

const events = record(budgetStreamId('alingsas', 'SN', 2025), budgetSamples);
const fold = (of = events) => foldInto(budgetHistories, new Map<string, BudgetHistory>(), of);
const entriesOf = (year: number) => fold().get(`SN.${year}`)?.entries ?? [];
const entryOf = (type: string) => entriesOf(2025).find((entry) => entry.type === type);

describe('the history of a budget', () => {
  it('has an entry for every fact, in the order in which they were recorded', () => {
    expect(entriesOf(2025).map((entry) => entry.type)).toEqual(budgetSamples.map((fact) => fact.type));
    expect(foldInto(budgetHistories, fold(events.slice(0, 4)), events.slice(4))).toEqual(fold());
  });

  it('says who, when, under which paragraph, and what changed from what to what', () => {
    expect(entryOf('BudgetReallocated')).toEqual({
      type: 'BudgetReallocated',
      stream: 'alingsas:budget-SN.2025',
      revision: 7,
      recordedAt: '2026-01-01T00:07:00.000Z',
      actor: testActor,
      restsOn: { citation: 'SN 2025-04-22, § 33', uncitedReason: null, effectiveOn: '2025-04-22' },
      data: budgetSamples[7]?.data,
      changes: [
        { subject: 'lines.staffCosts', fromOre: tkr(-162_698), toOre: tkr(-160_698) },
        { subject: 'lines.purchasedServices', fromOre: tkr(-63_743), toOre: tkr(-65_743) },
      ],
    });
  });

  it('begins every figure from nothing', () => {
    expect(entryOf('BudgetAdopted')?.changes).toContainEqual({
      subject: 'sums.netCost',
      fromOre: null,
      toOre: tkr(-256_303),
    });
  });

  it('shows the reserve leave one account group for another, and shrink', () => {
    expect(entryOf('ContingencyReserveMoved')?.changes).toEqual([
      { subject: 'reserve.purchasedServices', fromOre: tkr(3_845), toOre: null },
      { subject: 'reserve.otherCosts', fromOre: null, toOre: tkr(3_845) },
    ]);
    expect(entryOf('ContingencyReserveDrawn')?.changes).toEqual([
      { subject: 'reserve.otherCosts', fromOre: tkr(3_845), toOre: tkr(3_000) },
    ]);
  });

  it('of a plan year tells the plan and in which stream it stands', () => {
    expect(entriesOf(2026)).toMatchObject([
      {
        type: 'BudgetAdopted',
        stream: 'alingsas:budget-SN.2025',
        data: recordedStatement(2026, figures2026, -296_632, -263_632),
      },
    ]);
  });
});
