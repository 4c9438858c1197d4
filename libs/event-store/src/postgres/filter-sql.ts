import type { LogFilter } from '../event-store.js';
import { isStorableText, isUuid } from '../storable-text.js';

/** Above every character that a stream's name can have. */
const highest = '\u{10FFFF}';

/** Builds the text and the parameters of a statement together. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Takes a value in and answers how the text refers to it. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** The filter as conditions on `event_store.event`. */
export function filterConditions(filter: LogFilter, parameters: Parameters): readonly string[] {
  const { stream, streamPrefix, types, actorId, citation, commandId } = filter;
  const conditions: string[] = [];
  const compare = (
    column: string,
    operator: string,
    value: string | undefined,
    isPossible = isStorableText,
  ) => {
    if (value === undefined) return;
    // What the column cannot hold matches nothing; the database would answer with an error.
    conditions.push(isPossible(value) ? `${column} ${operator} ${parameters.add(value)}` : 'false');
  };
  compare('stream', '=', stream);
  if (streamPrefix) {
    compare('stream', '>=', streamPrefix);
    compare('stream', '<', `${streamPrefix}${highest}`);
  }
  if (types) conditions.push(`type = ANY (${parameters.add(types.filter(isStorableText))})`);
  compare('actor_id', '=', actorId);
  compare('citation', '=', citation);
  compare('command_id', '=', commandId, isUuid);
  compare('effective_on', '>=', filter.effectiveFrom);
  compare('effective_on', '<=', filter.effectiveTo);
  compare('recorded_at', '>=', filter.recordedFrom);
  compare('recorded_at', '<=', filter.recordedTo);
  return conditions;
}
