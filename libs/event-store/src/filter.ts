import { citationOf, parseStreamId } from '#libs/kernel';
import type { LogFilter, StoredEvent } from './event-store.js';

/** Whether an event meets every condition of the filter: the reference for what adapters leave to their database. */
export function passes(event: StoredEvent, filter: LogFilter = {}): boolean {
  const { name } = parseStreamId(event.record.stream);
  const { effectiveOn } = event.basis;
  const { recordedAt, actor, commandId } = event.record;
  return (
    is(filter.stream, name) &&
    (filter.streamPrefix === undefined || name.startsWith(filter.streamPrefix)) &&
    (filter.types === undefined || filter.types.includes(event.type)) &&
    is(filter.actorId, actor.id) &&
    is(filter.citation, citationOf(event.basis)) &&
    is(filter.commandId, commandId) &&
    within(effectiveOn, filter.effectiveFrom, filter.effectiveTo) &&
    within(recordedAt, filter.recordedFrom, filter.recordedTo)
  );
}

function is(wanted: string | undefined, found: string | null): boolean {
  return wanted === undefined || wanted === found;
}

function within(value: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || from <= value) && (to === undefined || value <= to);
}
