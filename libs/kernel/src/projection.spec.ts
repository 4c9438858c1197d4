import type { DomainEvent } from './domain-event.js';
import { foldInto, qualifies, type Projection } from './projection.js';
import { record } from './testing/index.js';

type Counted = DomainEvent<'Counted', { readonly keys: readonly string[]; readonly by: number }>;

const counts: Projection<number, Counted> = {
  name: 'counts',
  version: 1,
  contexts: ['counting'],
  keysOf: (event) => event.data.keys,
  initial: () => 0,
  evolve: (count, event) => count + event.data.by,
  index: () => ({ committee: null, year: null, sortKey: '' }),
  sources: () => [{ prefix: 'counting' }],
};

const counted = (effectiveOn: string, by: number, ...keys: string[]): Counted => ({
  type: 'Counted',
  data: { keys, by },
  basis: { kind: 'report', effectiveOn },
});

const events = record({ tenant: 'alingsas', name: 'counting.all' }, [
  counted('2023-03-21', 1, 'a'),
  counted('2023-01-01', 10, 'a', 'b'),
  counted('2023-09-19', 100, 'b'),
]);

describe('a projection', () => {
  it('folds each event into every document that it concerns', () => {
    expect(Object.fromEntries(foldInto(counts, new Map(), events))).toEqual({ a: 11, b: 110 });
  });

  it('gives the same in two helpings as in one', () => {
    const docs = foldInto(counts, new Map(), events.slice(0, 1));
    expect(foldInto(counts, docs, events.slice(1))).toEqual(foldInto(counts, new Map(), events));
  });
});

describe('an event qualifies', () => {
  const which = (asOf: Parameters<typeof qualifies>[1]) =>
    events.filter((event) => qualifies(event, asOf)).map((event) => event.data.by);

  it('for now, always', () => expect(which({})).toEqual([1, 10, 100]));
  it('as of a date, when it held by the end of that day', () =>
    expect(which({ asOf: '2023-03-21' })).toEqual([1, 10]));
  it('known at an instant, when it had been recorded by then', () =>
    expect(which({ knownAt: '2026-01-01T00:01:00.000Z' })).toEqual([1, 10]));
  it('by both times at once', () =>
    expect(which({ asOf: '2023-03-20', knownAt: '2026-01-01T00:01:00.000Z' })).toEqual([10]));
});
