import type { Actor, DomainEvent, Recorded } from '../domain-event.js';
import { printStreamId, type StreamId } from '../stream-id.js';

export const testActor: Actor = { id: 'test-secretary', role: 'committeeSecretary', committee: 'SN' };

/** Gives facts the record that an event store would have given them, with fixed ids and times a minute apart. */
export function record<E extends DomainEvent>(
  stream: StreamId,
  facts: readonly E[],
  { firstRevision = 0, firstPosition = 1, from = '2026-01-01T00:00:00.000Z' } = {},
): Recorded<E>[] {
  return facts.map((fact, n) => {
    const serial = (firstPosition + n).toString(16).padStart(12, '0');
    return {
      ...fact,
      record: {
        id: `00000000-0000-4000-8000-${serial}`,
        schemaVersion: 1,
        stream: printStreamId(stream),
        revision: firstRevision + n,
        position: String(firstPosition + n),
        actor: testActor,
        recordedAt: new Date(Date.parse(from) + n * 60_000).toISOString(),
        commandId: `00000000-0000-4000-9000-${serial}`,
        correlationId: `00000000-0000-4000-9000-${serial}`,
        causationId: null,
      },
    };
  });
}
