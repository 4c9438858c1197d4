import type { StreamId } from '#libs/kernel';
import { PartialOverlapError } from '../errors.js';
import type { Append, EventStore, ExpectedRevision, NewEvent } from '../event-store.js';
import { collect, idsOf, readAll } from './reading.js';
import { appendTo, newEvent, newEvents, newTenant } from './sample-append.js';

const streamOf = (tenant: string): StreamId => ({ tenant, name: 'decisions-SN.2023' });

export function idempotencyContract(store: () => EventStore): void {
  it.each<ExpectedRevision>(['any', 'noStream', 'exists', 1])(
    'answers a repeated append as the first time, after others have appended, expecting %p',
    async (expected) => {
      const stream = streamOf(newTenant());
      if (expected !== 'noStream') await store().append(appendTo(stream, { events: newEvents(2) }));
      const append = appendTo(stream, { expected, events: newEvents(2) });
      const first = await store().append(append);
      expect(await store().append(append)).toEqual({ ...first, outcome: 'duplicate' });

      await store().append(appendTo(stream, { events: newEvents(3) }));
      await store().append(appendTo({ ...stream, name: 'decisions-SN.2024' }));

      expect(await store().append(append)).toEqual({ ...first, outcome: 'duplicate' });
      const ids = idsOf(await readAll(store(), stream.tenant));
      expect(ids.filter((id) => id === append.events[0]!.id)).toHaveLength(1);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('recognises a repeated append by its ids, whatever it expects now', async () => {
    const stream = streamOf(newTenant());
    const append = appendTo(stream, { expected: 'noStream' });
    const first = await store().append(append);
    await store().append(appendTo(stream));

    for (const expected of ['any', 'noStream', 'exists', 0, 1, 7] as const) {
      expect(await store().append({ ...append, expected })).toEqual({ ...first, outcome: 'duplicate' });
    }
  });

  it('answers appends that are repeated at the same time with the same facts', async () => {
    const append = appendTo(streamOf(newTenant()), { expected: 'noStream', events: newEvents(2) });

    const results = await Promise.all(Array.from({ length: 8 }, () => store().append(append)));

    const [first] = results.filter(({ outcome }) => outcome === 'appended');
    const others = results.filter((result) => result !== first);
    expect(others).toEqual(others.map(() => ({ ...first, outcome: 'duplicate' })));
    expect(idsOf(await collect(store().readStream(append.stream)))).toEqual(
      append.events.map(({ id }) => id),
    );
  });

  describe('refuses an append that overlaps what is recorded', () => {
    const [first, second, third] = newEvents(3) as [NewEvent, NewEvent, NewEvent];
    const tenant = newTenant();
    const recorded = appendTo(streamOf(tenant), { events: [first, second] });
    const elsewhere = { tenant, name: 'decisions-SN.2024' };
    beforeAll(() => store().append(recorded));

    it.each<[string, Partial<Append>, readonly NewEvent[]]>([
      ['with a new event behind a known one', { events: [second, third] }, [second]],
      ['with a known event behind a new one', { events: [third, first] }, [first]],
      ['with the known events in another order', { events: [second, first] }, [second, first]],
      ['in another stream', { stream: elsewhere, events: [first, second] }, [first, second]],
    ])('%s', async (_, change, known) => {
      for (const expected of ['any', 'exists', 1] as const) {
        const append = { ...recorded, expected, ...change };
        await expect(store().append(append)).rejects.toThrow(
          new PartialOverlapError(known.map(({ id }) => id)),
        );
      }
      expect(idsOf(await readAll(store(), tenant))).toEqual([first.id, second.id]);
    });
  });

  it('recognises a part of a recorded append that is repeated alone', async () => {
    const events = newEvents(3);
    const append = appendTo(streamOf(newTenant()), { events });
    await store().append(append);

    const result = await store().append({ ...append, events: events.slice(0, 2) });

    const recorded = await collect(store().readStream(append.stream));
    const { revision, position, recordedAt } = recorded[1]!.record;
    expect(result).toEqual({ outcome: 'duplicate', revision, position, recordedAt });
    expect(recorded).toHaveLength(3);
  });

  it('lets a refused append change nothing for those that come at the same time', async () => {
    const stream = streamOf(newTenant());
    const known = newEvent();
    await store().append(appendTo(stream, { events: [known] }));
    const good = Array.from({ length: 6 }, () => appendTo(stream));
    const overlapping = appendTo(stream, { events: [known, newEvent()] });
    const losing = appendTo(stream, { expected: 'noStream' });

    const results = await Promise.allSettled(
      [...good.slice(0, 3), overlapping, losing, ...good.slice(3)].map((append) => store().append(append)),
    );

    expect(
      results.map((result) => (result.status === 'fulfilled' ? result.value.outcome : 'refused')),
    ).toEqual([
      ...Array<string>(3).fill('appended'),
      'refused',
      'conflict',
      ...Array<string>(3).fill('appended'),
    ]);
    expect(await collect(store().readStream(stream))).toHaveLength(7);
  });
}
