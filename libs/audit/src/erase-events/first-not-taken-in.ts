import { foldInto, type Projection, type Recorded } from '#libs/kernel';

/**
 * The first of the events, given in the order of the log, that a view cannot take in without those of the ids; null
 * where it can all of them. A view that cannot take them in as they are has halted there already, and tells nothing.
 */
export function firstNotTakenIn(
  projection: Projection<unknown>,
  events: readonly Recorded[],
  without: ReadonlySet<string>,
): Recorded | null {
  const [whole, rest] = [new Map<string, unknown>(), new Map<string, unknown>()];
  for (const event of events) {
    if (!takesIn(projection, whole, event)) return null;
    if (!without.has(event.record.id) && !takesIn(projection, rest, event)) return event;
  }
  return null;
}

function takesIn(projection: Projection<unknown>, docs: Map<string, unknown>, event: Recorded): boolean {
  try {
    foldInto(projection, docs, [event]);
    return true;
  } catch {
    return false;
  }
}
