import { RecordedAtError } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { collect, readAll } from './reading.js';
import { appendTo, newEvents, newTenant } from './sample-append.js';

const [morning, noon] = ['2023-09-19T08:00:00.000Z', '2023-09-19T12:00:00.000Z'];

export function copyingContract(store: () => EventStore): void {
  it('keeps when an event was recorded in another log', async () => {
    const tenant = newTenant();
    const [stream, other] = ['budget-SN.2023', 'budget-SN.2024'].map((name) => ({ tenant, name })) as [
      { tenant: string; name: string },
      { tenant: string; name: string },
    ];
    const copied = appendTo(stream, { expected: 'noStream', events: newEvents(3), recordedAt: morning });

    const result = await store().append(copied);
    await store().append(appendTo(other, { recordedAt: morning }));
    await store().append(appendTo(stream, { expected: 2, recordedAt: noon }));
    const own = await store().append(appendTo(other));

    expect(result).toMatchObject({ outcome: 'appended', revision: 2, recordedAt: morning });
    const log = await readAll(store(), tenant);
    const times = log.map(({ record }) => record.recordedAt);
    expect(times.slice(0, 5)).toEqual([morning, morning, morning, morning, noon]);
    expect(times.at(-1)).toBe('recordedAt' in own && own.recordedAt);
    expect(times.at(-1)! > noon).toBe(true);
    expect(await collect(store().readStream(stream))).toEqual([...log.slice(0, 3), log[4]]);
    expect(await store().findEvent(tenant, copied.events[1]!.id)).toEqual(log[1]);
    expect(await readAll(store(), tenant, { filter: { recordedFrom: noon, recordedTo: noon } })).toEqual([
      log[4],
    ]);
    expect(await readAll(store(), tenant, { direction: 'backwards' })).toEqual(log.toReversed());
  });

  it('answers a repeated copy as the first time, whatever has come since', async () => {
    const stream = { tenant: newTenant(), name: 'budget-SN.2023' };
    const copied = appendTo(stream, { recordedAt: morning });
    const first = await store().append(copied);
    await store().append(appendTo(stream, { recordedAt: noon }));

    expect(await store().append(copied)).toEqual({ ...first, outcome: 'duplicate' });
  });

  it('refuses what would have been recorded before the last event, or is not yet recorded', async () => {
    const tenant = newTenant();
    await store().append(appendTo({ tenant, name: 'budget-SN.2023' }, { recordedAt: noon }));
    const before = await readAll(store(), tenant);

    for (const recordedAt of ['2023-09-19T11:59:59.999Z', '2999-01-01T00:00:00.000Z']) {
      const append = appendTo({ tenant, name: 'budget-SN.2024' }, { recordedAt });
      await expect(store().append(append)).rejects.toThrow(RecordedAtError);
    }
    const stream = { tenant: newTenant(), name: 'budget-SN.2023' };
    await expect(
      store().append(appendTo(stream, { recordedAt: '2999-01-01T00:00:00.000Z' })),
    ).rejects.toThrow(RecordedAtError);
    expect(await readAll(store(), tenant)).toEqual(before);
    expect(await readAll(store(), stream.tenant)).toEqual([]);
  });

  it('refuses a time that is none as a fault of its caller', async () => {
    const stream = { tenant: newTenant(), name: 'budget-SN.2023' };
    await expect(store().append(appendTo(stream, { recordedAt: '2023-09-19' }))).rejects.toThrow(TypeError);
    expect(await readAll(store(), stream.tenant)).toEqual([]);
  });

  it('copies among appends that are made at the same time', async () => {
    const tenant = newTenant();
    const streamOf = (n: number) => ({ tenant, name: `budget-SN.${n}` });
    const results = await Promise.all(
      [0, 1, 2, 3].map((n) => store().append(appendTo(streamOf(n), { recordedAt: morning }))),
    );

    expect(results.map((result) => 'recordedAt' in result && result.recordedAt)).toEqual(
      Array<string>(4).fill(morning),
    );
    expect(await readAll(store(), tenant)).toHaveLength(4);
  });
}
