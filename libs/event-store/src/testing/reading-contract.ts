import fc from 'fast-check';
import { canonicalJson } from '#libs/proof';
import { InvalidPositionError } from '../errors.js';
import { maxPageSize, type EventStore } from '../event-store.js';
import { collect, idsOf, positionsOf, reaches, readAll } from './reading.js';
import { appendTo, newEvent, newEvents, newId, newTenant } from './sample-append.js';

export function readingContract(store: () => EventStore): void {
  const tenant = newTenant();
  const stream = { tenant, name: 'budget-SN.2023' };
  const other = { tenant, name: 'budget-SN.2024' };

  /** Seven events, those of the two streams alternating. */
  beforeAll(async () => {
    for (let n = 0; n < 7; n += 1) await store().append(appendTo(n % 2 === 0 ? stream : other));
  });

  it('reads a stream in both directions, from a revision, so many events', async () => {
    const events = await collect(store().readStream(stream));
    const read = async (options: Parameters<EventStore['readStream']>[1]) =>
      (await collect(store().readStream(stream, options))).map(({ record }) => record.revision);

    expect(events.map(({ record }) => record.revision)).toEqual([0, 1, 2, 3]);
    expect(await read({ from: 2 })).toEqual([2, 3]);
    expect(await read({ from: 1, limit: 2 })).toEqual([1, 2]);
    expect(await read({ from: 4 })).toEqual([]);
    expect(await read({ direction: 'backwards' })).toEqual([3, 2, 1, 0]);
    expect(await read({ direction: 'backwards', from: 1 })).toEqual([1, 0]);
    expect(await read({ direction: 'backwards', from: 9, limit: 1 })).toEqual([3]);
    expect(await read({ direction: 'backwards', limit: 2 })).toEqual([3, 2]);
  });

  it('reads a stream that is longer than a page', async () => {
    const long = { tenant: newTenant(), name: 'budget-SN.2023' };
    const events = newEvents(1_501);
    const parts = [events.slice(0, 700), events.slice(700)];
    for (const part of parts) await store().append(appendTo(long, { events: part }));

    const ids = events.map(({ id }) => id);
    expect(idsOf(await collect(store().readStream(long)))).toEqual(ids);
    expect(idsOf(await collect(store().readStream(long, { direction: 'backwards' })))).toEqual(
      ids.toReversed(),
    );
  });

  it('finds nothing where nothing is', async () => {
    expect(await collect(store().readStream({ tenant, name: 'budget-SN.1999' }))).toEqual([]);
    expect(await collect(store().readStream({ tenant: newTenant(), name: stream.name }))).toEqual([]);
    expect(await store().readLog(newTenant(), { limit: 1 })).toEqual({ events: [], next: null, atEnd: true });
    for (const id of [newId(), 'no id', '']) expect(await store().findEvent(tenant, id)).toBeNull();
  });

  it('finds an event by its id, in its municipality only', async () => {
    const [event] = await collect(store().readStream(other));

    expect(await store().findEvent(tenant, event!.record.id)).toEqual(event);
    expect(await store().findEvent(newTenant(), event!.record.id)).toBeNull();
  });

  it('goes on from every position of the log, in both directions', async () => {
    const events = await readAll(store(), tenant);
    const positions = positionsOf(events);
    for (const [n, after] of positions.entries()) {
      for (const limit of [1, 2, 100]) {
        expect(await readAll(store(), tenant, { after, limit })).toEqual(events.slice(n + 1));
        const before = await readAll(store(), tenant, { after, limit, direction: 'backwards' });
        expect(before).toEqual(events.slice(0, n).toReversed());
      }
    }
    expect(await readAll(store(), tenant, { direction: 'backwards', limit: 3 })).toEqual(events.toReversed());
  });

  it('tells with each page where to go on and whether that is the end', async () => {
    const [, , , , , sixth, seventh] = positionsOf(await readAll(store(), tenant));
    const first = await store().readLog(tenant, { limit: 6 });
    expect(first.atEnd).toBe(false);
    expect(reaches(store(), first.next, sixth)).toBe(true);
    expect(reaches(store(), first.next, seventh)).toBe(false);

    const second = await store().readLog(tenant, { limit: 6, after: first.next! });
    expect(second.atEnd).toBe(true);
    expect(reaches(store(), second.next, seventh)).toBe(true);
    expect((await store().readLog(tenant, { limit: 7 })).atEnd).toBe(true);

    const third = await store().readLog(tenant, { limit: 6, after: second.next! });
    expect(third).toMatchObject({ events: [], atEnd: true });
    expect(reaches(store(), third.next, second.next!)).toBe(true);
  });

  it('compares positions', async () => {
    const positions = positionsOf(await readAll(store(), tenant));
    const sorted = positions.toReversed().toSorted((a, b) => store().comparePositions(a, b));

    expect(sorted).toEqual(positions);
    expect(store().comparePositions(positions[0]!, positions[0]!)).toBe(0);
  });

  it('tells the last position of every municipality', async () => {
    const [one, another, none] = [newTenant(), newTenant(), newTenant()];
    await store().append(appendTo({ ...stream, tenant: one }));
    await store().append(appendTo({ ...stream, tenant: one }));
    const result = await store().append(appendTo({ ...stream, tenant: another }));
    await store().append(appendTo({ ...stream, tenant: none }, { expected: 'exists' }));

    const heads = new Map((await store().heads()).map((head) => [head.tenant, head.position]));
    expect(heads.get(one)).toBe(positionsOf(await readAll(store(), one)).at(-1));
    expect(heads.get(another)).toBe('position' in result && result.position);
    expect(heads.has(none)).toBe(false);
  });

  it.each(['', 'here', '-1', '1.5', '9'.repeat(40)])('refuses %p, which is no position', async (after) => {
    await expect(store().readLog(tenant, { after, limit: 1 })).rejects.toThrow(InvalidPositionError);
    expect(() => store().comparePositions(after, after)).toThrow(InvalidPositionError);
  });

  it.each([0, -1, 1.5, maxPageSize + 1])('refuses a page of %p events', async (limit) => {
    await expect(store().readLog(tenant, { limit })).rejects.toThrow(RangeError);
  });

  it('gives every text back as it was given', async () => {
    const texts = [
      'Å',
      'Å'.normalize('NFD'),
      '👩🏽‍⚖️',
      'a\0b',
      '\u202e\u05e9\u05dc\u05d5\u05dd',
      '"\\\u2028\x1e',
      '1e400',
    ];
    const text = { tenant: newTenant(), name: 'decisions-ÄLN.2023' };
    await store().append(
      appendTo(text, { events: texts.map((data) => newEvent({ data: { [data]: data } })) }),
    );

    const read = await collect(store().readStream(text));
    expect(read.map(({ data }) => data)).toEqual(texts.map((data) => ({ [data]: data })));
    expect(await readAll(store(), text.tenant)).toEqual(read);
  });

  it('gives back whatever can be sealed', async () => {
    const anything = { tenant: newTenant(), name: 'decisions-SN.2023' };
    const json = fc.jsonValue({ stringUnit: 'binary', depthSize: 'small' }).filter(isSealable);
    await fc.assert(
      fc.asyncProperty(fc.array(json, { minLength: 1, maxLength: 8 }), async (values) => {
        const events = values.map((data) => newEvent({ data }));
        const result = await store().append(appendTo(anything, { events }));
        if (result.outcome !== 'appended') throw new Error(result.outcome);
        const read = await collect(
          store().readStream(anything, { from: result.revision - values.length + 1 }),
        );
        expect(read.map(({ data }) => data)).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 20 },
    );
  });
}

function isSealable(value: unknown): boolean {
  try {
    canonicalJson(value);
    return true;
  } catch {
    return false;
  }
}
