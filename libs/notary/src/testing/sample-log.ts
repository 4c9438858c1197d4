import type { Append, EventStore, SealedEvent } from '#libs/event-store';
import { testActor } from '#libs/kernel/testing';

let serial = 0;
const next = () => (serial += 1).toString(16).padStart(12, '0');

/** A UUID that this process has not used before. */
export function newId(): string {
  return `00000000-0000-4000-8000-${next()}`;
}

/** A municipality whose log nobody else writes to. */
export function newTenant(): string {
  return `municipality-${next()}`;
}

/** An append of so many events to the stream, whatever that looks like. */
export function appendOf(tenant: string, name = 'budget-SN.2025', count = 1): Append {
  const commandId = newId();
  return {
    stream: { tenant, name },
    expected: 'any',
    events: Array.from({ length: count }, (_, n) => ({
      id: newId(),
      schemaVersion: 1,
      event: {
        type: 'BudgetReallocated',
        data: { n },
        basis: { kind: 'decision', citation: 'SN 2025-03-18, § 21', effectiveOn: '2025-03-18' },
      },
    })),
    metadata: {
      actor: testActor,
      commandId,
      correlationId: commandId,
      causationId: null,
      requestHash: null,
      warnings: [],
    },
  };
}

/** Fills a log with so many events, in seven streams and appends of up to 100. */
export async function fill(store: EventStore, tenant: string, count: number): Promise<void> {
  for (let left = count; left > 0;) {
    const size = Math.min(left, 1 + (left % 100));
    await store.append(appendOf(tenant, `budget-SN.${left % 7}`, size));
    left -= size;
  }
}

/** The log as it is proved. */
export async function sealedLog(store: EventStore, tenant: string): Promise<readonly SealedEvent[]> {
  const events: SealedEvent[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.readSealed(tenant, { after, limit: 1_000, contents: false });
    events.push(...page.events);
    if (page.atEnd) return events;
    after = page.next ?? undefined;
  }
}
