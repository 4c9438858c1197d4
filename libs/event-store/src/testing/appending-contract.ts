import type { StreamId } from '#libs/kernel';
import { testActor } from '#libs/kernel/testing';
import { encodeAppend } from '../encoded-append.js';
import { newSalt } from '../salts.adapter.js';
import { EventTooLargeError } from '../errors.js';
import { maxEventBytes } from '../event-store.js';
import type { Append, AppendResult, EventStore, ExpectedRevision, NewEvent } from '../event-store.js';
import { collect, idsOf, positionsOf, readAll, isAscending } from './reading.js';
import { appendTo, metadata, newEvent, newEvents, newId, newTenant, stored } from './sample-append.js';

const streamOf = (tenant: string): StreamId => ({ tenant, name: 'budget-SN.2023' });

export function appendingContract(store: () => EventStore): void {
  it('gives back every field of an event, and the facts of the append', async () => {
    const stream = streamOf(newTenant());
    const append = appendTo(stream, {
      expected: 'noStream',
      events: [
        { ...newEvent({ data: { amountOre: 1, nested: [null, true, 'ö'] } }), schemaVersion: 3 },
        newEvent({
          type: 'GrantChanged',
          basis: { kind: 'uncited', reason: 'okänd', effectiveOn: '2022-01-01' },
        }),
        newEvent({ data: 'text', basis: { kind: 'report', effectiveOn: '2023-12-31' } }),
      ],
      metadata: metadata({
        actor: { id: 'controller-7', role: 'controller', committee: null },
        causationId: newId(),
        correlationId: 'meeting 7',
        requestHash: 'ab'.repeat(32),
        warnings: [{ code: 'off-calendar', facts: { date: '2023-09-19' } }],
      }),
    });

    const result = await store().append(append);
    const events = await collect(store().readStream(stream));

    expect(events).toEqual(
      stored(
        append,
        events.map(({ record }) => record),
      ),
    );
    expect(events.map(({ record }) => record.revision)).toEqual([0, 1, 2]);
    const { revision, position, recordedAt } = events[2]!.record;
    expect(result).toEqual({ outcome: 'appended', revision, position, recordedAt });
    expect(await readAll(store(), stream.tenant)).toEqual(events);
  });

  describe.each<[ExpectedRevision, 'appended' | 'conflict', 'appended' | 'conflict']>([
    ['any', 'appended', 'appended'],
    ['noStream', 'appended', 'conflict'],
    ['exists', 'conflict', 'appended'],
    [0, 'conflict', 'conflict'],
    [1, 'conflict', 'appended'],
    [2, 'conflict', 'conflict'],
  ])('expecting %p', (expected, withoutStream, withTwoEvents) => {
    it(`is ${withoutStream} where there is no such stream`, async () => {
      const append = appendTo(streamOf(newTenant()), { expected });

      const result = await store().append(append);

      expect(result).toMatchObject(
        withoutStream === 'conflict' ? { outcome: 'conflict', actualRevision: -1 } : { revision: 0 },
      );
      expect(idsOf(await collect(store().readStream(append.stream)))).toEqual(
        withoutStream === 'conflict' ? [] : [append.events[0]!.id],
      );
    });

    it(`is ${withTwoEvents} where the last revision is 1`, async () => {
      const stream = streamOf(newTenant());
      const before = appendTo(stream, { events: newEvents(2) });
      await store().append(before);
      const append = appendTo(stream, { expected });

      const result = await store().append(append);

      expect(result).toMatchObject(
        withTwoEvents === 'conflict' ? { outcome: 'conflict', actualRevision: 1 } : { revision: 2 },
      );
      expect(await collect(store().readStream(stream))).toHaveLength(withTwoEvents === 'conflict' ? 2 : 3);
    });
  });

  it('lets exactly one of many win each revision', async () => {
    const stream = streamOf(newTenant());
    await store().append(appendTo(stream));
    const winners: string[] = [];
    for (let revision = 0; revision < 5; revision += 1) {
      const appends = Array.from({ length: 8 }, () => appendTo(stream, { expected: revision }));
      const results = await Promise.all(appends.map((append) => store().append(append)));

      const conflict: AppendResult = { outcome: 'conflict', actualRevision: revision + 1 };
      const lost = results.filter(({ outcome }) => outcome !== 'appended');
      expect(lost).toEqual(Array.from({ length: 7 }, () => conflict));
      winners.push(appends[results.findIndex(({ outcome }) => outcome === 'appended')]!.events[0]!.id);
    }
    expect(idsOf(await collect(store().readStream(stream))).slice(1)).toEqual(winners);
  });

  it('records several events together, in order, with nothing in between', async () => {
    const tenant = newTenant();
    const streams = ['budget-SN.1', 'budget-SN.2', 'budget-SN.3'].map((name) => ({ tenant, name }));
    const appends = Array.from({ length: 30 }, (_, n) => appendTo(streams[n % 3]!, { events: newEvents(4) }));

    await Promise.all(appends.map((append) => store().append(append)));

    for (const stream of streams) {
      const ids = idsOf(await collect(store().readStream(stream)));
      const blocks = appends
        .filter((append) => append.stream === stream)
        .map(({ events }) => events.map(({ id }) => id));
      expect(ids).toHaveLength(40);
      for (const block of blocks) expect(ids.slice(ids.indexOf(block[0]!)).slice(0, 4)).toEqual(block);
    }
  });

  it('keeps municipalities apart', async () => {
    const [one, other] = [newTenant(), newTenant()];
    const shared = newEvents(1);
    await store().append(appendTo(streamOf(one), { events: shared }));
    await store().append(appendTo(streamOf(other), { expected: 'noStream', events: shared }));
    await store().append(appendTo(streamOf(other), { expected: 0 }));

    expect(await readAll(store(), one)).toHaveLength(1);
    expect(await readAll(store(), other)).toHaveLength(2);
    expect((await store().findEvent(one, shared[0]!.id))?.record.stream).toBe(`${one}:budget-SN.2023`);
  });

  it('lets recordedAt and positions rise along the log', async () => {
    const tenant = newTenant();
    for (let n = 0; n < 20; n += 1) {
      await Promise.all([1, 2].map((key) => store().append(appendTo({ tenant, name: `budget-SN.${key}` }))));
    }
    const events = await readAll(store(), tenant);
    const times = events.map(({ record }) => record.recordedAt);

    expect(times).toEqual(times.toSorted());
    expect(isAscending(store(), positionsOf(events))).toBe(true);
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('takes an event of the largest size, and nothing of an append with a larger one', async () => {
    const stream = streamOf(newTenant());
    const withText = (text: string) => [newEvent({ data: { text } })];
    const room = maxEventBytes - encodeAppend(appendTo(stream, { events: withText('') }), newSalt).bytes;
    const largest = 'å'.repeat(Math.floor(room / 2)) + 'x'.repeat(room % 2);

    await store().append(appendTo(stream, { events: withText(largest) }));
    const tooLarge = appendTo(stream, { events: [newEvent(), ...withText(`${largest}x`)] });
    const refusal = new EventTooLargeError(maxEventBytes + 1, maxEventBytes);
    await expect(store().append(tooLarge)).rejects.toThrow(refusal);

    const events = await collect(store().readStream(stream));
    expect(events.map(({ data }) => data)).toEqual([{ text: largest }]);
  });

  it.each<[string, Partial<Append>]>([
    ['no events', { events: [] }],
    ['an id that is no UUID', { events: [{ ...newEvent(), id: 'first' }] }],
    ['one id for two events', { events: Array<NewEvent>(2).fill(newEvent()) }],
    ['a type that no column can hold', { events: [newEvent({ type: 'Budget\0Adopted' })] }],
    [
      'an actor whose id is half a character',
      { metadata: metadata({ actor: { ...testActor, id: '\ud83d' } }) },
    ],
    ['data that is nothing in JSON', { events: [newEvent({ data: undefined })] }],
    ['a negative revision', { expected: -1 }],
  ])('refuses an append with %s as a fault of its caller', async (_, fault) => {
    const stream = streamOf(newTenant());

    await expect(store().append(appendTo(stream, fault))).rejects.toThrow(TypeError);
    expect(await collect(store().readStream(stream))).toEqual([]);
  });
}
