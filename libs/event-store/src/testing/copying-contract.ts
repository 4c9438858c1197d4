import { RecordedAtError, SealedElsewhereError } from '../errors.js';
import type { EventStore, SealedEvent } from '../event-store.js';
import { InMemoryEventStore } from '../in-memory.adapter.js';
import { collect, readAll } from './reading.js';
import { appendTo, newTenant } from './sample-append.js';

const [morning, noon] = ['2023-09-19T08:00:00.000Z', '2023-09-19T12:00:00.000Z'];

/** A log that was recorded elsewhere: one event a line, `{stream} {time}`. */
async function recordedElsewhere(tenant: string, lines: readonly string[]): Promise<readonly SealedEvent[]> {
  let time = '';
  const store = new InMemoryEventStore(() => new Date(time));
  for (const line of lines) {
    const [name = '', at = ''] = line.split(' ');
    time = at;
    await store.append(appendTo({ tenant, name }));
  }
  return sealedOf(store, tenant);
}

async function sealedOf(store: EventStore, tenant: string): Promise<readonly SealedEvent[]> {
  return (await store.readSealed(tenant, { limit: 1_000 })).events;
}

const proofOf = ({ envelope, content, salt }: SealedEvent) => ({ envelope, content, salt });
const [first, second] = ['budget-SN.2023', 'budget-SN.2024'];

export function copyingContract(store: () => EventStore): void {
  it('keeps an event as it was sealed in another log, its time included', async () => {
    const tenant = newTenant();
    const lines = [`${first} ${morning}`, `${second} ${morning}`, `${first} ${noon}`];
    const elsewhere = await recordedElsewhere(tenant, lines);

    const results = [];
    for (const event of elsewhere) results.push(await store().restore(tenant, event));
    const own = await store().append(appendTo({ tenant, name: second }, { expected: 0 }));

    expect(results).toMatchObject([
      { outcome: 'appended', revision: 0, recordedAt: morning },
      { outcome: 'appended', revision: 0, recordedAt: morning },
      { outcome: 'appended', revision: 1, recordedAt: noon },
    ]);
    expect((await sealedOf(store(), tenant)).slice(0, 3).map(proofOf)).toEqual(elsewhere.map(proofOf));
    const log = await readAll(store(), tenant);
    expect(log.map(({ record }) => record.recordedAt)).toEqual([
      morning,
      morning,
      noon,
      'recordedAt' in own && own.recordedAt,
    ]);
    expect(await collect(store().readStream({ tenant, name: first }))).toEqual([log[0], log[2]]);
    expect(await store().findEvent(tenant, log[1]!.record.id)).toEqual(log[1]);
    expect(await readAll(store(), tenant, { filter: { recordedFrom: noon, recordedTo: noon } })).toEqual([
      log[2],
    ]);
  });

  it('keeps an event whose content was erased there', async () => {
    const tenant = newTenant();
    const [event] = await recordedElsewhere(tenant, [`${first} ${morning}`]);
    const erased = { ...event!, content: null, salt: null };

    expect(await store().restore(tenant, erased)).toMatchObject({ outcome: 'appended' });

    expect((await sealedOf(store(), tenant)).map(proofOf)).toEqual([proofOf(erased)]);
    const [read] = await readAll(store(), tenant);
    expect(read).toMatchObject({ data: null, record: { erased: true, recordedAt: morning } });
  });

  it('answers a repeated copy as the first time, whatever has come since', async () => {
    const tenant = newTenant();
    const [event, next] = await recordedElsewhere(tenant, [`${first} ${morning}`, `${first} ${noon}`]);
    const answer = await store().restore(tenant, event!);
    await store().restore(tenant, next!);

    expect(await store().restore(tenant, event!)).toEqual({ ...answer, outcome: 'duplicate' });
  });

  it('keeps times that go back by no more than the clocks of two processes were apart', async () => {
    const tenant = newTenant();
    const [later] = await recordedElsewhere(tenant, [`${first} ${noon}`]);
    const [earlier] = await recordedElsewhere(tenant, [`${second} 2023-09-19T11:59:58.000Z`]);

    for (const event of [later!, earlier!]) await store().restore(tenant, event);

    expect((await sealedOf(store(), tenant)).map(proofOf)).toEqual([later!, earlier!].map(proofOf));
    const own = await store().append(appendTo({ tenant, name: first }, { expected: 0 }));
    expect('recordedAt' in own && own.recordedAt > noon).toBe(true);
  });

  it('refuses what would have been recorded long before the last event, or is not yet recorded', async () => {
    const tenant = newTenant();
    const [event] = await recordedElsewhere(tenant, [`${first} ${noon}`]);
    await store().restore(tenant, event!);
    const before = await readAll(store(), tenant);

    for (const time of ['2023-09-19T10:59:59.999Z', '2999-01-01T00:00:00.000Z']) {
      const [other] = await recordedElsewhere(tenant, [`${second} ${time}`]);
      await expect(store().restore(tenant, other!)).rejects.toThrow(RecordedAtError);
    }
    expect(await readAll(store(), tenant)).toEqual(before);
  });

  it('refuses an event that was sealed behind another one', async () => {
    const tenant = newTenant();
    const [start] = await recordedElsewhere(tenant, [`${first} ${morning}`]);
    const [, other] = await recordedElsewhere(tenant, [`${first} ${morning}`, `${first} ${noon}`]);
    await store().restore(tenant, start!);

    await expect(store().restore(tenant, other!)).rejects.toThrow(SealedElsewhereError);
    expect(await readAll(store(), tenant)).toHaveLength(1);
  });

  it('answers a conflict where the stream lacks what came before', async () => {
    const tenant = newTenant();
    const [, event] = await recordedElsewhere(tenant, [`${first} ${morning}`, `${first} ${noon}`]);

    expect(await store().restore(tenant, event!)).toEqual({ outcome: 'conflict', actualRevision: -1 });
  });

  it.each<[string, (event: SealedEvent) => Partial<SealedEvent>]>([
    ['an envelope that is none', () => ({ envelope: '{}' })],
    ['another content', ({ content }) => ({ content: content!.replace('personnel', 'personell') })],
    ['a content without its salt', () => ({ salt: null })],
    [
      "another municipality's stream",
      ({ envelope }) => ({ envelope: envelope.replace(/"[^"]+:b/, '"x-y:b') }),
    ],
  ])('refuses %s as a fault of its caller', async (_, change) => {
    const tenant = newTenant();
    const [event] = await recordedElsewhere(tenant, [`${first} ${morning}`]);

    await expect(store().restore(tenant, { ...event!, ...change(event!) })).rejects.toThrow(TypeError);
    expect(await readAll(store(), tenant)).toEqual([]);
  });
}
