import {
  InMemoryEventStore,
  type LogHead,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StoredEvent,
} from '#libs/event-store';
import type { StreamId } from '#libs/kernel';
import { foldAsOf } from './fold-as-of.js';
import { append, counted, counts } from './testing/index.js';

/** Remembers every event that it gave out. */
class WatchedEventStore extends InMemoryEventStore {
  readonly given: string[] = [];

  override async *readStream(stream: StreamId, options?: ReadStreamOptions): AsyncGenerator<StoredEvent> {
    for await (const event of super.readStream(stream, options)) {
      this.given.push(event.record.position);
      yield event;
    }
  }

  override async readLog(tenant: string, options: ReadLogOptions) {
    const page = await super.readLog(tenant, options);
    this.given.push(...page.events.map((event) => event.record.position));
    return page;
  }
}

describe('the fold of what the log holds', () => {
  it('reads nothing but the sources of what is asked for', async () => {
    const store = new WatchedEventStore();
    for (const stream of ['counting-SN.2022', 'counting-SN.2023', 'counting-KS.2023', 'other-SN.2023']) {
      await append(store, `alingsas:${stream}`, counted(1, 'chairs'), counted(1, 'tables'));
    }
    const docs = await foldAsOf(store, counts, 'alingsas', { key: 'SN.2023.chairs' });

    expect([...docs.values()]).toEqual([expect.objectContaining({ sum: 1, trail: ['3'] })]);
    expect(store.given).toEqual(['3', '4']);

    await foldAsOf(store, counts, 'alingsas', { committee: 'SN' });
    expect(store.given.slice(2)).toEqual(['1', '2', '3', '4']);
  });

  it('puts the events of several sources in the order of the log, each once', async () => {
    const store = new InMemoryEventStore();
    for (const year of [2023, 2022, 2023, 2022]) {
      await append(store, `alingsas:counting-SN.${year}`, counted(1, 'chairs'));
    }
    const overlapping: typeof counts = {
      ...counts,
      sources: () => [
        { stream: 'counting-SN.2023' },
        { prefix: 'counting-SN.' },
        { stream: 'counting-SN.2022' },
      ],
    };
    const docs = await foldAsOf(store, overlapping, 'alingsas', { key: 'SN.all' });

    expect(docs.get('SN.all')).toMatchObject({ sum: 4, trail: ['1', '2', '3', '4'] });
  });

  it('leaves out what is recorded while it reads: one source could show it and another not', async () => {
    class BusyEventStore extends InMemoryEventStore {
      override async heads(): Promise<readonly LogHead[]> {
        const heads = await super.heads();
        await append(this, 'alingsas:counting-SN.2023', counted(1, 'chairs'));
        return heads;
      }
    }
    const store = new BusyEventStore();
    await append(store, 'alingsas:counting-SN.2023', counted(1, 'chairs'));

    expect((await foldAsOf(store, counts, 'alingsas', { key: 'SN.all' })).get('SN.all')).toMatchObject({
      sum: 1,
    });
    expect((await foldAsOf(store, counts, 'alingsas', { key: 'SN.all' })).get('SN.all')).toMatchObject({
      sum: 2,
    });
  });

  it('has nothing to tell of a municipality without a log', async () => {
    expect(await foldAsOf(new InMemoryEventStore(), counts, 'alingsas', {})).toEqual(new Map());
  });
});
