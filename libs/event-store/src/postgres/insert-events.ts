import type { EventPlace } from '../encoded-event.js';
import type { AddedEvent } from './batch-judgement.js';

/** An event and where it will stand. */
export type PlacedEvent = AddedEvent & EventPlace;

/** What differs from row to row: the column, its type, and what of the event it holds. */
const columns: readonly (readonly [name: string, type: string, key: keyof PlacedEvent])[] = [
  ['position', 'bigint', 'position'],
  ['stream', 'text', 'stream'],
  ['revision', 'int', 'revision'],
  ['id', 'uuid', 'id'],
  ['type', 'text', 'type'],
  ['effective_on', 'date', 'effectiveOn'],
  ['actor_id', 'text', 'actorId'],
  ['command_id', 'uuid', 'commandId'],
  ['citation', 'text', 'citation'],
  ['data', 'json', 'data'],
  ['metadata', 'json', 'metadata'],
];

/**
 * Stands between the values of a column, which travel as one text: an array literal would escape every quote of the
 * JSON. No value holds it, for names have no control characters and JSON escapes them. Nothing stands for null.
 */
const separator = '\x1e';
const array = (type: string, parameter: number) => `string_to_array($${parameter}, E'\\x1e', '')::${type}[]`;

export const insertSql = `
  INSERT INTO event_store.event (tenant_id, recorded_at, ${columns.map(([name]) => name).join(', ')})
  SELECT $1, $2, * FROM unnest(${columns.map(([, type], n) => array(type, n + 3)).join(', ')})`;

/** The parameters of {@link insertSql}. The events were all recorded at one time. */
export function insertValues(
  tenant: string,
  recordedAt: string,
  events: readonly PlacedEvent[],
): readonly string[] {
  const joined = columns.map(([, , key]) => events.map((event) => event[key]).join(separator));
  return [tenant, recordedAt, ...joined];
}
