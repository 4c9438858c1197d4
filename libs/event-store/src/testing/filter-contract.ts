import fc from 'fast-check';
import { parseStreamId, citationOf } from '#libs/kernel';
import { testActor } from '#libs/kernel/testing';
import type { EventStore, LogFilter, StoredEvent } from '../event-store.js';
import { matches } from '../log-filter.js';
import { positionsOf, reaches, readAll } from './reading.js';
import { appendTo, decided, metadata, newEvent, newId, newTenant } from './sample-append.js';

const streams = [
  'budget-SN.2023',
  'budget-SN.2024',
  'budget-S.1',
  'decisions-SN.2023',
  'organisation.municipality',
];
const types = ['BudgetAdopted', 'BudgetReallocated', 'GrantChanged'];
const actors = ['secretary-1', 'controller-2'];
const dates = ['2022-12-31', '2023-01-01', '2023-09-19'];
const citations = ['SN 2023-09-19, § 46', 'SN 2023-09-19, § 4'];
const commands = [newId(), newId()];

/** What the filter says of an event, read from what the port gives. */
function qualifies(event: StoredEvent, filter: LogFilter): boolean {
  const { record, basis, type } = event;
  return matches(
    {
      type,
      stream: parseStreamId(record.stream).name,
      actorId: record.actor.id,
      commandId: record.commandId,
      citation: citationOf(basis),
      effectiveOn: basis.effectiveOn,
      recordedAt: record.recordedAt,
    },
    filter,
  );
}

export function filterContract(store: () => EventStore): void {
  const tenant = newTenant();
  let log: readonly StoredEvent[];

  /** 40 events in which every value of every field meets many of the others. */
  beforeAll(async () => {
    for (let n = 0; n < 40; n += 1) {
      const effectiveOn = dates[n % dates.length]!;
      const citation = citations[n % 7];
      const event = newEvent({
        type: types[(n >> 1) % types.length]!,
        basis: citation ? { kind: 'decision', citation, effectiveOn } : { kind: 'report', effectiveOn },
      });
      const actor = { ...testActor, id: actors[(n >> 2) % actors.length]! };
      const given = metadata(n % 11 < 2 ? { actor, commandId: commands[n % 11]! } : { actor });
      const stream = { tenant, name: streams[(n * 3) % streams.length]! };
      await store().append(appendTo(stream, { events: [event], metadata: given }));
    }
    log = await readAll(store(), tenant);
  });

  it.each<[string, LogFilter]>([
    ['a stream', { stream: 'budget-SN.2023' }],
    ['the beginning of a stream', { streamPrefix: 'budget-SN.' }],
    ['types', { types: ['BudgetAdopted', 'GrantChanged'] }],
    ['an actor', { actorId: 'controller-2' }],
    ['a citation', { citation: 'SN 2023-09-19, § 4' }],
    ['a command', { commandId: commands[1]! }],
    ['a first effective date', { effectiveFrom: '2023-01-01' }],
    ['a last effective date', { effectiveTo: '2023-01-01' }],
  ])('finds the events of %s and no others', async (_, filter) => {
    const found = await readAll(store(), tenant, { filter });

    expect(found).toEqual(log.filter((event) => qualifies(event, filter)));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(log.length);
  });

  it('finds the events recorded between two instants, both included', async () => {
    const times = log.map(({ record }) => record.recordedAt);
    const filter = { recordedFrom: times[10]!, recordedTo: times[20]! };

    const found = await readAll(store(), tenant, { filter });

    expect(found).toEqual(log.filter((event) => qualifies(event, filter)));
    expect(positionsOf(found)).toEqual(expect.arrayContaining(positionsOf(log.slice(10, 21))));
  });

  it.each<[string, LogFilter]>([
    ['no types', { types: [] }],
    ['a command that is no UUID', { commandId: 'reallocate' }],
    ['an actor with half a character', { actorId: '\ud83d' }],
    ['a stream with U+0000', { stream: 'budget\0' }],
    ['the beginning of no stream', { streamPrefix: 'budget-SN.2023%' }],
    ['an actor named like a condition', { actorId: "' OR true --" }],
  ])('finds nothing for %s', async (_, filter) => {
    const page = await store().readLog(tenant, { limit: 10, filter });

    expect(page).toMatchObject({ events: [], atEnd: true });
    expect(reaches(store(), page.next, positionsOf(log).at(-1))).toBe(true);
  });

  it.each<[string, LogFilter]>([
    ['2023-02-30', { effectiveFrom: '2023-02-30' }],
    ['an instant without time', { recordedTo: '2023-09-19' }],
  ])('refuses %s, which is no bound', async (_, filter) => {
    await expect(store().readLog(tenant, { limit: 1, filter })).rejects.toThrow(RangeError);
  });

  it('agrees with the conditions taken together, in any order and page size, from any position', async () => {
    const one = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters: fc.Arbitrary<LogFilter> = fc.record({
      stream: one([...streams, 'budget-SN.1999']),
      streamPrefix: one(['b', 'budget-S', 'budget-SN.', 'organisation', '']),
      types: fc.option(fc.subarray(types), { nil: undefined, freq: 2 }),
      actorId: one(actors),
      citation: one(citations),
      effectiveFrom: one(dates),
      effectiveTo: one(dates),
    });
    const after = fc.option(fc.nat({ max: 39 }), { nil: undefined });
    const directions = fc.constantFrom('forwards' as const, 'backwards' as const);
    await fc.assert(
      fc.asyncProperty(
        filters,
        after,
        directions,
        fc.integer({ min: 1, max: 12 }),
        async (filter, n, direction, limit) => {
          const options = {
            filter,
            direction,
            limit,
            after: n === undefined ? undefined : positionsOf(log)[n],
          };
          const ordered = direction === 'forwards' ? log : log.toReversed();
          const beyond = n === undefined ? 0 : (direction === 'forwards' ? n : log.length - 1 - n) + 1;
          const expected = ordered.slice(beyond).filter((event) => qualifies(event, filter));
          expect(await readAll(store(), tenant, options)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('moves past what is filtered out', async () => {
    const last = await store().append(appendTo({ tenant, name: 'organisation.municipality' }));
    const filter = { stream: 'budget-SN.1999' };

    const page = await store().readLog(tenant, { limit: 5, filter });
    expect(page).toMatchObject({ events: [], atEnd: true });
    expect(reaches(store(), page.next, 'position' in last ? last.position : undefined)).toBe(true);

    const found = appendTo(
      { tenant, name: 'budget-SN.1999' },
      { events: [newEvent({ data: decided.data })] },
    );
    await store().append(found);
    const next = await store().readLog(tenant, { limit: 5, filter, after: page.next! });
    expect(next.events.map(({ record }) => record.id)).toEqual([found.events[0]!.id]);
  });
}
