import type { DomainEvent, Projection } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { firstNotTakenIn } from './first-not-taken-in.js';

type Door = DomainEvent<'Opened' | 'Shut', { readonly door: string }>;
const door = (type: Door['type'], of: string): Door => ({
  type,
  data: { door: of },
  basis: { kind: 'report', effectiveOn: '2023-01-01' },
});

/** A document a door. It does not shut a door that is not open. */
const doors: Projection<{ readonly open: boolean }, Door> = {
  name: 'doors',
  version: 1,
  contexts: ['doors'],
  keysOf: ({ data }) => [data.door],
  initial: () => ({ open: false }),
  evolve: ({ open }, { type, data }) => {
    if (type === 'Shut' && !open) throw new Error(`${data.door} is shut.`);
    return { open: type === 'Opened' };
  },
  index: () => ({ committee: null, year: null, sortKey: '' }),
  sources: () => [{ prefix: 'doors' }],
};
const projection = doors as Projection<unknown>;
const events = record({ tenant: 'alingsas', name: 'doors-SN.1' }, [
  door('Opened', 'a'),
  door('Opened', 'b'),
  door('Shut', 'a'),
  door('Opened', 'a'),
  door('Shut', 'b'),
]);
const ids = (...places: readonly number[]) => new Set(places.map((n) => events[n]!.record.id));

describe('what a view cannot take in without other events', () => {
  it('is the first that the fold stops at', () => {
    expect(firstNotTakenIn(projection, events, ids(0))).toBe(events[2]);
    expect(firstNotTakenIn(projection, events, ids(0, 1))).toBe(events[2]);
    expect(firstNotTakenIn(projection, events, ids(0, 1, 2))).toBe(events[4]);
  });

  it('is nothing where the fold goes on to the end', () => {
    expect(firstNotTakenIn(projection, events, ids(3))).toBeNull();
    expect(firstNotTakenIn(projection, events, ids(0, 2))).toBeNull();
  });

  it('is nothing where the view has halted as it is', () => {
    const halting = record({ tenant: 'alingsas', name: 'doors-SN.1' }, [
      door('Shut', 'c'),
      door('Opened', 'a'),
      door('Shut', 'a'),
    ]);
    expect(firstNotTakenIn(projection, halting, new Set([halting[1]!.record.id]))).toBeNull();
  });
});
