import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
  type JSONEventData,
} from '@eventstore/db-client';
import { EventStoreDbTestServer } from './server.js';

/** The real client judges whether the server speaks the real protocol. */
let server: EventStoreDbTestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  server = await EventStoreDbTestServer.start({ maxAppendSize: 10_000 });
  client = EventStoreDBClient.connectionString(server.connectionString());
});
afterEach(async () => {
  await client.dispose();
  server.kill();
});

const noted = (n: number): JSONEventData => jsonEvent({ type: 'Noted', data: { n }, metadata: { by: 'a' } });
// Without credentials of its own an append goes by the batch call; with them by the plain one, which drops them here.
const calls = [
  ['batch', {}],
  ['plain', { credentials: { username: 'a', password: 'b' } }],
] as const;

describe.each(calls)('a %s append', (_, call) => {
  it('answers the last revision and position', async () => {
    const first = await client.appendToStream('s', [noted(1), noted(2)], {
      ...call,
      expectedRevision: 'no_stream',
    });
    const second = await client.appendToStream('s', [noted(3)], { ...call, expectedRevision: 1n });

    expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(second.nextExpectedRevision).toBe(2n);
    const positions = server.log.records.map(({ position }) => position);
    expect([first.position?.commit, second.position?.commit]).toEqual([positions[1], positions[2]]);
    expect(new Set(positions.slice(1).map((position, n) => position - positions[n]!)).has(1n)).toBe(false);
  });

  it('is refused where the stream looks otherwise', async () => {
    await client.appendToStream('s', [noted(1)], call);
    for (const expectedRevision of ['no_stream', 1n, 7n] as const) {
      const append = client.appendToStream('s', [noted(2)], { ...call, expectedRevision });
      await expect(append).rejects.toMatchObject({
        constructor: WrongExpectedVersionError,
        actualVersion: 0n,
      });
    }
    const append = client.appendToStream('t', [noted(1)], { ...call, expectedRevision: 'stream_exists' });
    await expect(append).rejects.toMatchObject({ actualVersion: 'no_stream' });
  });

  it('is answered as the first time when it comes again', async () => {
    const events = [noted(1), noted(2)];
    const expecting = { ...call, expectedRevision: 'no_stream' } as const;
    const first = await client.appendToStream('s', events, expecting);
    await client.appendToStream('s', [noted(3)], call);

    expect(await client.appendToStream('s', events, expecting)).toEqual(first);
    expect(await client.appendToStream('s', events, call)).toEqual(first);
    await expect(client.appendToStream('s', [events[0]!, noted(4)], expecting)).rejects.toThrow(
      WrongExpectedVersionError,
    );
    expect(server.log.records).toHaveLength(3);
  });

  it('is refused where it is too large, and where the stream was deleted for good', async () => {
    const large = jsonEvent({ type: 'Noted', data: { text: 'x'.repeat(10_000) } });
    await expect(client.appendToStream('s', [large], call)).rejects.toThrow(MaxAppendSizeExceededError);

    await client.appendToStream('s', [noted(1)], call);
    await client.tombstoneStream('s');
    await expect(client.appendToStream('s', [noted(2)], call)).rejects.toThrow(StreamDeletedError);
  });
});

type Read = { readonly event?: { readonly data?: unknown } };
const numberOf = ({ event }: Read): number => (event!.data as { n: number }).n;

async function numbers(events: AsyncIterable<Read>): Promise<number[]> {
  const all: number[] = [];
  for await (const read of events) all.push(numberOf(read));
  return all;
}

describe('a read', () => {
  beforeEach(async () => {
    await client.appendToStream('a', [noted(0), noted(1)]);
    await client.appendToStream('b', [noted(2), noted(3)]);
  });

  it('gives a stream in both directions, from a revision, up to a count', async () => {
    expect(await numbers(client.readStream('b'))).toEqual([2, 3]);
    expect(await numbers(client.readStream('b', { direction: BACKWARDS, fromRevision: END }))).toEqual([
      3, 2,
    ]);
    expect(await numbers(client.readStream('b', { fromRevision: 1n }))).toEqual([3]);
    expect(await numbers(client.readStream('b', { fromRevision: 9n }))).toEqual([]);
    expect(await numbers(client.readStream('b', { maxCount: 1 }))).toEqual([2]);
    await expect(numbers(client.readStream('c'))).rejects.toThrow(StreamNotFoundError);
  });

  it('gives the whole log from a position, forwards with what stands there, backwards without', async () => {
    const [, second, third] = server.log.records.map(({ position }) => ({
      commit: position,
      prepare: position,
    }));
    expect(await numbers(client.readAll({ fromPosition: third! }))).toEqual([2, 3]);
    expect(await numbers(client.readAll({ fromPosition: third!, direction: BACKWARDS }))).toEqual([1, 0]);
    const elsewhere = { commit: second!.commit + 1n, prepare: second!.prepare + 1n };
    await expect(numbers(client.readAll({ fromPosition: elsewhere }))).rejects.toMatchObject({ code: 3 });
  });

  it('leaves out what the metadata of a stream hides', async () => {
    await client.setStreamMetadata('b', { maxCount: 1 });
    expect(await numbers(client.readStream('b'))).toEqual([3]);
    await client.deleteStream('b');
    expect(await numbers(client.readStream('b'))).toEqual([]);
    expect((await client.getStreamMetadata('b')).metadata).toEqual({
      truncateBefore: Number.MAX_SAFE_INTEGER,
    });
  });
});

describe('a subscription', () => {
  it('gives what stands there, says that it has caught up, and gives what comes', async () => {
    await client.appendToStream('a', [noted(0), noted(1)]);
    const subscription = client.subscribeToStream('a');
    const seen: unknown[] = [];
    subscription
      .on('confirmation', () => seen.push('confirmed'))
      .on('caughtUp', () => seen.push('caught up'));
    for await (const read of subscription) {
      seen.push(numberOf(read));
      if (seen.at(-1) === 1) await client.appendToStream('a', [noted(2)]);
      if (seen.at(-1) === 2) break;
    }
    await subscription.unsubscribe();
    expect(seen.filter((item) => typeof item === 'number')).toEqual([0, 1, 2]);
    expect(seen[0]).toBe('confirmed');
    expect(seen).toContain('caught up');
  });

  it('may be filtered, and then tells how far it has come', async () => {
    await client.appendToStream(
      'skipped',
      Array.from({ length: 10 }, (_, n) => noted(n)),
    );
    await client.appendToStream('wanted.1', [jsonEvent({ id: randomUUID(), type: 'Last', data: { n: 10 } })]);
    for (const filterOf of [
      (options: object) => streamNameFilter({ prefixes: ['wanted.'], ...options }),
      (options: object) => eventTypeFilter({ regex: '^La', ...options }),
    ]) {
      const checkpoints: bigint[] = [];
      const checkpointReached = async (_: unknown, { commit }: { commit: bigint }) =>
        void checkpoints.push(commit);
      const filter = filterOf({ maxSearchWindow: 2, checkpointInterval: 2, checkpointReached });
      const subscription = client.subscribeToAll({ filter });
      for await (const read of subscription) {
        expect(numberOf(read)).toBe(10);
        break;
      }
      await subscription.unsubscribe();
      expect(checkpoints.slice(0, 2)).toEqual([3, 7].map((n) => server.log.records[n]!.position));
    }
  });
});
