import type { DomainEvent } from './domain-event.js';
import type { StreamDefinition } from './stream-definition.js';
import { streamKind } from './stream-kind.js';
import { record } from './testing/index.js';

type Hired = DomainEvent<'Hired', { readonly who: string }>;
type Moved = DomainEvent<'Moved', { readonly who: string }>;
type OfficeEvent = Hired | Moved;

const basis = { kind: 'decision', citation: 'SN 2023-01-10, § 1', effectiveOn: '2023-01-10' } as const;
const hired = (who: string): Hired => ({ type: 'Hired', data: { who }, basis });
const moved = (who: string): Moved => ({ type: 'Moved', data: { who }, basis });

const offices: StreamDefinition<readonly string[], OfficeEvent> = {
  context: 'office',
  schemaVersions: { Hired: 1, Moved: 1 },
  initialState: [],
  evolve: (staff, { type, data }) => {
    if (type === 'Hired') return [...staff, data.who];
    if (data.who === 'the last one' && staff.length === 0) throw new Error('Nobody is there to move.');
    return staff;
  },
};
const office = streamKind<readonly string[], OfficeEvent>({
  definition: offices,
  key: 'staff',
  isFounded: (staff, { type, data }) =>
    type === 'Hired' || data.who === 'the last one' || staff.includes(data.who),
  kept: ['Hired'],
  registers: ({ type, data }) => (type === 'Hired' ? data.who : null),
});
const events = record({ tenant: 'alingsas', name: 'office-SN.staff' }, [
  hired('a'),
  moved('a'),
  moved('a'),
  moved('the last one'),
  moved('b'),
]);
const ids = (...places: readonly number[]) => new Set(places.map((n) => events[n]!.record.id));

describe('a kind of stream', () => {
  it('is told by context and key', () => {
    const stream = { context: 'office', committee: 'SN', key: 'staff' };
    expect(office.holds(stream)).toBe(true);
    expect(office.holds({ ...stream, key: 'budget' })).toBe(false);
    expect(office.holds({ ...stream, context: 'officeParty' })).toBe(false);
  });

  it('tells the first fact that has nothing to build on without others', () => {
    expect(office.firstUnfounded(events, ids(0))).toBe(events[1]);
    expect(office.firstUnfounded(events, ids(0, 1))).toBe(events[2]);
    expect(office.firstUnfounded(events, ids(1, 2))).toBeNull();
  });

  it('tells where the fold itself cannot go on', () => {
    expect(office.firstUnfounded(events, ids(0, 1, 2))).toBe(events[3]);
  });

  it('does not mind what had no ground before, or builds on what was erased before', () => {
    expect(office.firstUnfounded(events, ids(4))).toBeNull();
    const erased = events.map((event, n) =>
      n === 0 ? { ...event, record: { ...event.record, erased: true as const } } : event,
    );
    expect(office.firstUnfounded(erased.slice(0, 3), ids(2))).toBeNull();
  });

  it('tells what is kept, and what is entered into the register', () => {
    expect(events.slice(0, 2).map(office.isKept)).toEqual([true, false]);
    expect(events.slice(0, 2).map(office.registers)).toEqual(['a', null]);
  });

  it('stops at an event that it does not know', () => {
    const unknown = { ...events[0]!, type: 'Retired' };
    expect(() => office.firstUnfounded([unknown], new Set())).toThrow('Retired');
  });
});
