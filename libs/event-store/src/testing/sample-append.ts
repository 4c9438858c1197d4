import type { DomainEvent, StreamId } from '#libs/kernel';
import { testActor } from '#libs/kernel/testing';
import type { Append, AppendMetadata, NewEvent, StoredEvent } from '../event-store.js';

let serial = 0;
function next(): string {
  return (serial += 1).toString(16).padStart(12, '0');
}

/** A UUID that this process has not used before. */
export function newId(): string {
  return `00000000-0000-4000-8000-${next()}`;
}

/** A municipality whose log nobody else writes to. */
export function newTenant(): string {
  return `municipality-${next()}`;
}

export const decided: DomainEvent = {
  type: 'BudgetReallocated',
  data: { changes: [{ accountGroup: 'personnel', amountOre: -50_000_000 }] },
  basis: { kind: 'decision', citation: 'SN 2023-09-19, § 46', effectiveOn: '2023-09-19' },
};

export function newEvent(change: Partial<DomainEvent> = {}): NewEvent {
  return { id: newId(), schemaVersion: 1, event: { ...decided, ...change } };
}

export function newEvents(count: number): readonly NewEvent[] {
  return Array.from({ length: count }, () => newEvent());
}

export function metadata(change: Partial<AppendMetadata> = {}): AppendMetadata {
  const commandId = newId();
  const given = { actor: testActor, commandId, correlationId: commandId, causationId: null };
  return { ...given, requestHash: null, warnings: [], ...change };
}

/** An append of one event, whatever the stream looks like, unless told otherwise. */
export function appendTo(stream: StreamId, change: Partial<Append> = {}): Append {
  return { stream, expected: 'any', events: [newEvent()], metadata: metadata(), ...change };
}

/** What a reader shall see of an append, given where its first event stands. */
export function stored(
  { stream, events, metadata: given }: Append,
  places: readonly Pick<StoredEvent['record'], 'revision' | 'position' | 'recordedAt'>[],
): StoredEvent[] {
  return events.map(({ id, schemaVersion, event }, n) => ({
    ...event,
    record: { id, schemaVersion, stream: `${stream.tenant}:${stream.name}`, ...given, ...places[n]! },
  }));
}
