import type { SealedEvent } from '#libs/event-store';
import {
  EnvelopeError,
  hashesEqual,
  hashOfEnvelope,
  leafHash,
  maxEntryBytes,
  parseEnvelope,
  type Envelope,
  type Hash,
} from '#libs/proof';
import { AlarmError } from './alarm.js';
import type { NotarisedLog } from './notarised-log.js';

/** An event that is to be notarised. */
export interface PageEvent extends Pick<Envelope, 'id' | 'stream' | 'revision' | 'prev'> {
  readonly index: number;
  readonly position: string;
  readonly leaf: Hash;
  /** What the stream's next event must name as its `prev`. */
  readonly hash: string;
}

interface Place {
  readonly index: number;
  readonly position: string;
}

/**
 * The events of a page that was read from the one before the last notarised event on. Throws {@link AlarmError} where
 * that one is no longer there as it was, or what follows is nothing that this log could hold.
 */
export function pageEvents(log: NotarisedLog, page: readonly SealedEvent[]): readonly PageEvent[] {
  if (log.size === 0) return page.map((event, n) => pageEvent(log, event, n));
  const [last, ...events] = page;
  assertUnchanged(log, last);
  return events.map((event, n) => pageEvent(log, event, log.size + n));
}

function assertUnchanged(log: NotarisedLog, found: SealedEvent | undefined): void {
  const place = { index: log.size - 1, position: log.lastPosition ?? '' };
  if (!found) throw new AlarmError({ code: 'log-truncated', facts: place });
  const { position: foundPosition, envelope } = found;
  const isTheSame =
    foundPosition === log.lastPosition && hashesEqual(leafHash(envelope), log.lastLeaf ?? noHash);
  if (!isTheSame) throw new AlarmError({ code: 'log-rewritten', facts: { ...place, foundPosition } });
}

const noHash = new Uint8Array();

function pageEvent({ tenant }: NotarisedLog, { position, envelope }: SealedEvent, index: number): PageEvent {
  const place = { index, position };
  const { id, stream, revision, prev } = parsed(envelope, place);
  if (!stream.startsWith(`${tenant}:`)) {
    throw new AlarmError({ code: 'event-of-another-municipality', facts: { ...place, stream } });
  }
  return { ...place, id, stream, revision, prev, leaf: leafHash(envelope), hash: hashOfEnvelope(envelope) };
}

/** As the tables keep ids. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function parsed(text: string, place: Place): Envelope {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxEntryBytes) throw malformed(place, `The envelope has ${bytes} bytes.`);
  const envelope = read(text, place);
  if (!uuid.test(envelope.id)) throw malformed(place, 'The envelope has id that is no UUID.');
  return envelope;
}

function read(text: string, place: Place): Envelope {
  try {
    return parseEnvelope(text);
  } catch (error) {
    throw error instanceof EnvelopeError ? malformed(place, error.message) : error;
  }
}

function malformed(place: Place, reason: string): AlarmError {
  return new AlarmError({ code: 'envelope-malformed', facts: { ...place, reason } });
}
