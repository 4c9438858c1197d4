import { foldInto, type ErasedFact } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStreamId } from '../contract/index.js';
import { budgetSamples } from '../fiscal-year/fixtures.js';
import { budgetHistories, type BudgetHistory } from './budget-history.js';
import { withErased } from './with-erased.js';

const erased = {
  event: '00000000-0000-4000-8000-00000000e4a5',
  citation: 'SN 2026-01-20, § 3',
  effectiveOn: '2026-01-20',
  recordedAt: '2026-01-21T08:00:00.000Z',
};
const events = record(budgetStreamId('alingsas', 'SN', 2025), budgetSamples);
const entriesOf = (of: typeof events) =>
  foldInto(budgetHistories, new Map<string, BudgetHistory>(), of).get('SN.2025')?.entries ?? [];
/** What is left of the event at a place of the stream. */
const gone = (place: number): ErasedFact => {
  const { basis, type, record: kept } = events[place]!;
  return { event: { type, basis, data: null, record: { ...kept, erased: true } }, erased };
};
const without = (...places: readonly number[]) =>
  withErased(entriesOf(events.filter((_, n) => !places.includes(n))), places.map(gone));

describe('the history of a budget of which something has been erased', () => {
  it('tells at its place that it was there, and by what it went', () => {
    const entries = without(7);
    expect(entries.map(({ revision }) => revision)).toEqual(events.map((_, n) => n));
    expect(entries[7]).toEqual({
      type: 'BudgetReallocated',
      stream: 'alingsas:budget-SN.2025',
      revision: 7,
      recordedAt: '2026-01-01T00:07:00.000Z',
      actor: expect.anything(),
      restsOn: { citation: 'SN 2025-04-22, § 33', uncitedReason: null, effectiveOn: '2025-04-22' },
      data: null,
      changes: [],
      erased: { ...erased, sentence: 'Uppgifterna är gallrade (SN 2026-01-20, § 3).' },
    });
  });

  it('keeps the order, whatever went', () => {
    const last = events.length - 1;
    for (const places of [[0], [last], [3, 4], [last - 1, last], events.map((_, n) => n)]) {
      expect(without(...places).map(({ revision }) => revision)).toEqual(events.map((_, n) => n));
    }
  });

  it('does not show what was said where the view still has it', () => {
    const entries = withErased(entriesOf(events), [gone(7)]);
    expect(entries).toHaveLength(events.length);
    expect(entries[7]).toMatchObject({ data: null, changes: [] });
  });
});
