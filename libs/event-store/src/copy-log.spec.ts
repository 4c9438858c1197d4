import { compareLogs, copyLog, LogsDifferError } from './copy-log.js';
import type { EventStore } from './event-store.js';
import { InMemoryEventStore } from './in-memory.adapter.js';
import { readAll } from './testing/reading.js';
import { appendTo, metadata, newEvent, newEvents, newTenant } from './testing/sample-append.js';

const tenant = newTenant();
const streamOf = (year: number) => ({ tenant, name: `budget-SN.${year}` });
const long = 1_201;

/** Several streams, longer than a page, recorded by a clock that stands still now and then. */
async function sourceLog(): Promise<InMemoryEventStore> {
  let asked = 0;
  const store = new InMemoryEventStore(() => new Date(Date.UTC(2023, 8, 19) + 250 * Math.floor(asked++ / 3)));
  const warnings = [{ code: 'off-calendar', facts: { date: '2023-09-19' } }];
  for (let n = 0; n < long / 3; n += 1) {
    const events = [newEvent({ data: { n, å: [null, 'ö'] } }), ...newEvents(2)];
    await store.append(
      appendTo(streamOf(2020 + (n % 3)), { events, metadata: metadata({ requestHash: 'ab', warnings }) }),
    );
  }
  return store;
}

let source: EventStore;
let target: InMemoryEventStore;
beforeAll(async () => {
  source = await sourceLog();
});
beforeEach(() => {
  target = new InMemoryEventStore();
});

const logOf = (store: EventStore) => readAll(store, tenant);

describe('a log that is copied', () => {
  it('is the same, event by event', async () => {
    const seen: number[] = [];
    const copied = await copyLog({ source, target, tenant, onProgress: (events) => seen.push(events) });

    const log = await logOf(source);
    expect(copied).toBe(log.length);
    expect(seen).toEqual(log.map((_, n) => n + 1));
    expect(await logOf(target)).toEqual(log);
    expect(await compareLogs({ source, target, tenant })).toBe(log.length);
  });

  it('goes on where it was interrupted, at whatever event', async () => {
    const log = await logOf(source);
    let left = log.length;
    for (const part of [1, 499, 500, 1]) {
      const stop = new AbortController();
      let handled = 0;
      const onProgress = () => void ((handled += 1) === log.length - left + part && stop.abort());
      const copying = copyLog({ source, target, tenant, onProgress, signal: stop.signal });
      await expect(copying).rejects.toThrow(stop.signal.reason as Error);
      left -= part;
      expect(await logOf(target)).toEqual(log.slice(0, log.length - left));
    }

    expect(await copyLog({ source, target, tenant })).toBe(left);
    expect(await copyLog({ source, target, tenant })).toBe(0);
    expect(await logOf(target)).toEqual(log);
  });

  it('takes up what the source has got since', async () => {
    const growing = new InMemoryEventStore();
    await growing.append(appendTo(streamOf(2020)));
    await copyLog({ source: growing, target, tenant });
    await growing.append(appendTo(streamOf(2020)));

    await expect(compareLogs({ source: growing, target, tenant })).rejects.toMatchObject({
      place: 2,
      copy: null,
    });
    expect(await copyLog({ source: growing, target, tenant })).toBe(1);
    expect(await compareLogs({ source: growing, target, tenant })).toBe(2);
  });

  it('leaves other municipalities alone', async () => {
    const other = { tenant: newTenant(), name: 'budget-SN.2023' };
    await target.append(appendTo(other));
    await copyLog({ source, target, tenant });
    expect(await readAll(target, other.tenant)).toHaveLength(1);
  });
});

describe('a target that holds something else', () => {
  it.each<[string, number]>([
    ['at the beginning', 0],
    ['after a beginning that is the same', 1],
  ])('is refused and not written to: %s', async (_, same) => {
    if (same === 1) await copyFirst();
    await target.append(appendTo(streamOf(2020)));
    const before = await logOf(target);

    await expect(copyLog({ source, target, tenant })).rejects.toMatchObject({
      name: 'LogsDifferError',
      place: same + 1,
    });
    expect(await logOf(target)).toEqual(before);
  });

  it('is refused where it is longer than the source', async () => {
    await copyLog({ source, target, tenant });
    await target.append(appendTo(streamOf(2020)));

    await expect(copyLog({ source, target, tenant })).rejects.toThrow(LogsDifferError);
    await expect(compareLogs({ source, target, tenant })).rejects.toMatchObject({ original: null });
  });
});

/** Copies the first event alone. */
async function copyFirst(): Promise<void> {
  const stop = new AbortController();
  const options = { source, target, tenant, onProgress: () => stop.abort(), signal: stop.signal };
  await expect(copyLog(options)).rejects.toThrow();
}
