import { dataHashOf, hashOfEnvelope, parseEnvelope } from '#libs/proof';
import type { EventStore, SealedEvent } from '../event-store.js';
import { readAll } from './reading.js';
import { appendTo, metadata, newEvent, newEvents, newTenant } from './sample-append.js';

async function sealedOf(store: EventStore, tenant: string, pageSize = 7): Promise<SealedEvent[]> {
  const events: SealedEvent[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.readSealed(tenant, { after, limit: pageSize });
    events.push(...page.events);
    if (page.atEnd) return events;
    after = page.next ?? undefined;
  }
}

export function sealingContract(store: () => EventStore): void {
  it('binds every event to its place and to the event before it in its stream', async () => {
    const tenant = newTenant();
    const streams = ['budget-SN.1', 'budget-SN.2', 'organisation.municipality'].map((name) => ({
      tenant,
      name,
    }));
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        store().append(appendTo(streams[n % 3]!, { events: newEvents(1 + (n % 2)) })),
      ),
    );

    const log = await readAll(store(), tenant);
    const sealed = await sealedOf(store(), tenant);
    const last = new Map<string, string>();
    for (const [n, { envelope, position }] of sealed.entries()) {
      const { record, type, basis } = log[n]!;
      expect(position).toBe(record.position);
      const { stream, prev, ...facts } = parseEnvelope(envelope);
      expect(prev).toBe(last.get(stream) ?? null);
      last.set(stream, hashOfEnvelope(envelope));
      expect({ stream, ...facts }).toMatchObject({
        v: 1,
        id: record.id,
        type,
        schema: record.schemaVersion,
        stream: record.stream,
        revision: record.revision,
        committee: stream.includes('-SN.') ? 'SN' : null,
        actor: record.actor,
        basis: basis.kind,
        decision: basis.kind === 'decision' ? basis.citation : null,
        effectiveOn: basis.effectiveOn,
        recordedAt: record.recordedAt,
        commandId: record.commandId,
        correlationId: record.correlationId,
        causationId: record.causationId,
      });
    }
    expect(sealed).toHaveLength(log.length);
  });

  it('seals the content with a salt of its own', async () => {
    const tenant = newTenant();
    const data = { b: 'Åsa \u0000', a: [1.5e-7, 0, null] };
    const warnings = [{ code: 'off-calendar', facts: { date: '2023-09-19' } }];
    const basis = { kind: 'uncited', reason: 'okänd', effectiveOn: '2023-01-01' } as const;
    const events = [newEvent({ data, basis }), newEvent({ data, basis })];
    const append = { events, metadata: metadata({ warnings, requestHash: 'ab' }) };
    await store().append(appendTo({ tenant, name: 'budget-SN.2023' }, append));

    const sealed = await sealedOf(store(), tenant);

    for (const { envelope, content, salt } of sealed) {
      expect(content).toBe(
        '{"data":{"a":[1.5e-7,0,null],"b":"Åsa \\u0000"},"reason":"okänd","requestHash":"ab",' +
          '"warnings":[{"code":"off-calendar","facts":{"date":"2023-09-19"}}]}',
      );
      expect(salt).toMatch(/^[0-9a-f]{32}$/);
      expect(parseEnvelope(envelope).dataHash).toBe(dataHashOf(salt!, content!));
    }
    expect(sealed[0]!.salt).not.toBe(sealed[1]!.salt);
    const [read] = await readAll(store(), tenant);
    expect(read).toMatchObject({ data, basis, record: { warnings, requestHash: 'ab' } });
  });

  it('gives the envelopes alone where they are enough', async () => {
    const tenant = newTenant();
    await store().append(appendTo({ tenant, name: 'budget-SN.2023' }));

    const { events } = await store().readSealed(tenant, { limit: 10, contents: false });

    expect(events).toMatchObject([{ content: null, salt: null, envelope: expect.stringContaining(tenant) }]);
  });

  it.each<[string, unknown]>([
    ['half a character', { text: '\ud83d' }],
    ['a whole number that no double holds', { amountOre: 2 ** 53 }],
    ['what is no number', { amountOre: Number.NaN }],
    ['no end', { amountOre: Number.POSITIVE_INFINITY }],
    ['a bigint', { amountOre: 1n }],
  ])('refuses data with %s, which could not be proved', async (_, data) => {
    const stream = { tenant: newTenant(), name: 'budget-SN.2023' };

    await expect(store().append(appendTo(stream, { events: [newEvent({ data })] }))).rejects.toThrow(
      TypeError,
    );
    expect(await readAll(store(), stream.tenant)).toEqual([]);
  });
}
