import type { EventStore, StoredEvent } from '#libs/event-store';
import { parseStreamId } from '#libs/kernel';
import type { CommandContext } from './command-context.js';
import type { CommandOutcome } from './command-outcome.js';
import { eventIdOf } from './event-id.js';

/**
 * What was answered when this command was recorded, read back from the log; null where it was not recorded.
 * The same id with another request is refused: somebody reused an idempotency key.
 */
export async function recordedOutcome(
  store: EventStore,
  context: CommandContext,
): Promise<CommandOutcome | null> {
  const { tenant, commandId, requestHash } = context;
  const first = await store.findEvent(tenant, eventIdOf(commandId, 0));
  if (first === null) return null;
  // Of an erased command nobody can tell what was asked for: whoever has its key is answered where it stands.
  if (!first.record.erased && first.record.requestHash !== requestHash) {
    return { outcome: 'refused', rejection: { code: 'idempotency-key-reused', facts: { commandId } } };
  }
  const events = await eventsOf(store, first);
  const last = events.at(-1) ?? first;
  const { stream, revision, position, recordedAt } = last.record;
  const eventIds = events.map((event) => event.record.id);
  return {
    outcome: 'recorded',
    stream,
    revision,
    position,
    recordedAt,
    eventIds,
    warnings: first.record.warnings,
  };
}

/** The command's events stand together in one stream. */
async function eventsOf(store: EventStore, first: StoredEvent): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  const stream = parseStreamId(first.record.stream);
  for await (const event of store.readStream(stream, { from: first.record.revision })) {
    if (event.record.commandId !== first.record.commandId) break;
    events.push(event);
  }
  return events;
}
