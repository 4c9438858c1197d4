import { text } from 'node:stream/consumers';
import { InMemoryEventStore, type EventStore } from '#libs/event-store';
import { testActor } from '#libs/kernel/testing';
import { logLines } from './log-lines.http.js';

const tenant = 'alingsas';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A log of so many events, each of some 10,000 characters. */
async function logOf(length: number): Promise<EventStore> {
  const store = new InMemoryEventStore();
  const basis = { kind: 'report', effectiveOn: '2025-01-31' } as const;
  const metadata = {
    actor: testActor,
    commandId: id(0),
    correlationId: id(0),
    causationId: null,
    requestHash: null,
    warnings: [],
  };
  for (let n = 0; n < length; n += 1) {
    await store.append({
      stream: { tenant, name: `budget-SN.${n}` },
      expected: 'noStream',
      events: [
        {
          id: id(n + 1),
          event: { type: 'Said', data: { text: 'å'.repeat(10_000) }, basis },
          schemaVersion: 1,
        },
      ],
      metadata,
    });
  }
  return store;
}

/** The log by pages of ten, and how many have been asked for. */
async function streamed(store: EventStore) {
  const asked: string[] = [];
  const read = async (after?: string) => {
    asked.push(after ?? 'the beginning');
    const { events, next, atEnd } = await store.readLog(tenant, { after, limit: 10 });
    return { items: events, next, atEnd };
  };
  return { asked, stream: logLines(await read(), read) };
}

describe('a log as lines', () => {
  it('has every event once, in its order, each on a line that ends', async () => {
    const { asked, stream } = await streamed(await logOf(35));
    const lines = (await text(stream)).split('\n');
    expect(lines.pop()).toBe('');
    const ids = lines.map((line) => (JSON.parse(line) as { record: { id: string } }).record.id);
    expect(ids).toEqual(Array.from({ length: 35 }, (_, n) => id(n + 1)));
    expect(asked).toHaveLength(4);
  });

  it('of nothing is nothing', async () => {
    expect(await text((await streamed(await logOf(0))).stream)).toBe('');
  });

  it('is read no further than the client has taken it, and not at all when it has gone', async () => {
    const { asked, stream } = await streamed(await logOf(200));
    const taken = stream[Symbol.asyncIterator]();
    await taken.next();
    // One page may be waiting to be taken, and one be on its way.
    expect(asked.length).toBeLessThanOrEqual(3);
    await taken.return?.();
    expect(stream.destroyed).toBe(true);
    const then = asked.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(then);
  });

  it('breaks off where a page cannot be had, and does not end', async () => {
    const store = await logOf(35);
    const { events, next, atEnd } = await store.readLog(tenant, { limit: 10 });
    const stream = logLines({ items: events, next, atEnd }, () => Promise.reject(new Error('No answer.')));
    await expect(text(stream)).rejects.toThrow('No answer.');
  });
});
