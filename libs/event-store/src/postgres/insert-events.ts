import type { Instant } from '#libs/kernel';
import { hashOfEnvelope } from '#libs/proof';
import { sealAt, type EventPlace } from '../encoded-event.js';
import type { AddedEvent } from './batch-judgement.js';
import type { LogEnd, StreamEnd } from './remembered-log.js';

/** An event, where it will stand, and the envelope that binds it there. Nothing about it is open any more. */
export type PlacedEvent = AddedEvent & EventPlace & { readonly envelope: string; readonly hash: string };

/** The log that events are placed behind. */
export interface LogBefore {
  readonly tenant: string;
  readonly end: LogEnd;
  /** Where the streams end; a stream that is not there is new. */
  readonly streams: { get(stream: string): StreamEnd | undefined };
}

/** Gives events the positions behind the log's end, all with one time, and seals each behind the one before it in its stream. */
export function placeBehind(
  { tenant, end, streams }: LogBefore,
  recordedAt: Instant,
  added: readonly AddedEvent[],
): readonly PlacedEvent[] {
  const hashes = new Map<string, string>();
  return added.map((event, n) => {
    const { stream, revision } = event;
    const prev = hashes.get(stream) ?? streams.get(stream)?.hash ?? null;
    const envelope = sealAt(event, { tenant, name: stream }, { revision, recordedAt, prev });
    const hash = hashOfEnvelope(envelope);
    hashes.set(stream, hash);
    return { ...event, position: String(end.position + 1 + n), recordedAt, envelope, hash };
  });
}

/** What differs from row to row: the column, its type, and what of the event it holds. */
const columns: readonly (readonly [name: string, type: string, key: Exclude<keyof PlacedEvent, 'facts'>])[] =
  [
    ['position', 'bigint', 'position'],
    ['stream', 'text', 'stream'],
    ['revision', 'int', 'revision'],
    ['id', 'uuid', 'id'],
    ['type', 'text', 'type'],
    ['effective_on', 'date', 'effectiveOn'],
    ['actor_id', 'text', 'actorId'],
    ['command_id', 'uuid', 'commandId'],
    ['citation', 'text', 'citation'],
    ['content', 'text', 'content'],
    ['salt', 'text', 'salt'],
    ['envelope', 'text', 'envelope'],
  ];
const names = columns.map(([name]) => name).join(', ');

/**
 * Stands between the values of a column, which travel as one text: an array literal would escape every quote of the
 * JSON. No value holds it, for names have no control characters and JSON escapes them. Nothing stands for null.
 */
const separator = '\x1e';

/** The columns' texts are the parameters from the given one on. */
function insertFrom(parameter: number): string {
  const arrays = columns.map(([, type], n) => `string_to_array($${parameter + n}, E'\\x1e', '')::${type}[]`);
  return `
  INSERT INTO event_store.event (tenant_id, recorded_at, ${names})
  SELECT moved.*, added.* FROM moved, unnest(${arrays.join(', ')}) AS added (${names})`;
}

/** The head of a log without events: whoever makes it is the first. */
const intoEmptyLog = `
  WITH moved AS (
    INSERT INTO event_store.log_head (tenant_id, position, recorded_at, last_event) VALUES ($1, $2, $3, $4)
    ON CONFLICT (tenant_id) DO NOTHING
    RETURNING tenant_id, recorded_at
  )${insertFrom(5)}`;

/** The event that stands at the end counts, not the position alone: others may have added as many events instead. */
const behindTheEnd = `
  WITH moved AS (
    UPDATE event_store.log_head SET position = $2, recorded_at = $3, last_event = $4
    WHERE tenant_id = $1 AND position = $5 AND last_event = $6
    RETURNING tenant_id, recorded_at
  )${insertFrom(7)}`;

/**
 * The statement that inserts events which were all recorded at one time, where the log ends at a certain event, and
 * nothing where it ends elsewhere. From the moment in which the head is moved until the commit is visible nobody else
 * can write to the log.
 */
export function insertBehind(
  tenant: string,
  end: LogEnd,
  events: readonly PlacedEvent[],
): { readonly name: string; readonly text: string; readonly values: unknown[] } {
  const last = events.at(-1);
  const head = [tenant, last?.position, last?.recordedAt, last?.id];
  const joined = columns.map(([, , key]) => events.map((event) => event[key]).join(separator));
  return end.position === 0
    ? { name: 'insert first events', text: intoEmptyLog, values: [...head, ...joined] }
    : {
        name: 'insert events',
        text: behindTheEnd,
        values: [...head, end.position, end.lastEvent, ...joined],
      };
}
