import { hashOfEnvelope } from '#libs/proof';
import { printStreamId, type Instant } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import { sealAt } from '../encoded-event.js';
import type { ExactAppend, ProposedEvent } from './append-request.js';
import { printEventData } from './event-data.js';

/** The end of a stream: what the next event's envelope binds it to. */
export interface StreamTail {
  /** -1 where there is no such stream. */
  readonly lastRevision: number;
  /** SHA-256 (hex) of the last event's envelope; null where there is none. */
  readonly hash: string | null;
  readonly recordedAt: Instant | null;
}

export const noStream: StreamTail = { lastRevision: -1, hash: null, recordedAt: null };

export interface SealedAppend extends ExactAppend {
  readonly recordedAt: Instant;
  /** The end of the stream once this has been appended. */
  readonly tail: StreamTail;
}

/**
 * The events as the server keeps them behind that tail: the envelope is their metadata. An event's id on the server is
 * made of its envelope's hash. So the server recognises what it is sent once more, and nothing else: an event of the
 * same id that somebody else has sealed is another one.
 */
export function sealAppend(append: EncodedAppend, before: StreamTail, recordedAt: Instant): SealedAppend {
  let { lastRevision, hash } = before;
  const events: ProposedEvent[] = [];
  for (const event of append.events) {
    lastRevision += 1;
    const metadata = sealAt(event, append.stream, { revision: lastRevision, recordedAt, prev: hash });
    hash = hashOfEnvelope(metadata);
    events.push({ id: uuidOf(hash), type: event.type, data: printEventData(event), metadata });
  }
  const tail = { lastRevision, hash, recordedAt };
  return {
    stream: printStreamId(append.stream),
    lastRevision: before.lastRevision,
    events,
    recordedAt,
    tail,
  };
}

/** A UUID of version 8 (RFC 9562), which says that its bits are the application's own. */
function uuidOf(hash: string): string {
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}
