import { cutEventLine, type EventTexts } from '../bundle/event-line.js';
import { LineError } from '../bundle/line-error.js';
import { hashOfEnvelope, type Content, type Envelope } from '../envelope.js';
import { EnvelopeError, parseEnvelope } from '../parse-envelope.js';
import { fail, type NamedEvent } from './failure.js';
import { ContentError, parseContent } from './parse-content.js';

/** An event of the log as it is verified. */
export interface LoggedEvent {
  /** In the log, from 1. */
  readonly place: number;
  readonly envelope: Envelope;
  /** SHA-256 (hex) of the envelope: what the stream's next event names as `prev`. */
  readonly hash: string;
  /** Null where it has been erased. */
  readonly content: Content | null;
  readonly texts: EventTexts;
}

type Placed = Pick<LoggedEvent, 'place' | 'envelope'>;

export function named({ place, envelope: { id, stream, revision } }: Placed): NamedEvent {
  return { place, id, stream, revision };
}

/** Reads a line of the bundle: its form, the envelope's and the content's. What they say is checked by others. */
export function readEvent(line: string, place: number): LoggedEvent {
  const texts = readTexts(line, place);
  const envelope = readEnvelope(texts.envelope, place);
  const content = texts.content === null ? null : readContent(texts.content, { place, envelope });
  return { place, envelope, hash: hashOfEnvelope(texts.envelope), content, texts };
}

function readTexts(line: string, place: number): EventTexts {
  try {
    return cutEventLine(line);
  } catch (error) {
    if (error instanceof LineError) return fail('line-malformed', { place, reason: error.message });
    throw error;
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readEnvelope(text: string, place: number): Envelope {
  try {
    const envelope = parseEnvelope(text);
    if (uuid.test(envelope.id)) return envelope;
    return fail('envelope-malformed', { place, reason: 'Its id is not a UUID in lower case.' });
  } catch (error) {
    if (error instanceof EnvelopeError) return fail('envelope-malformed', { place, reason: error.message });
    throw error;
  }
}

function readContent(text: string, event: Placed): Content {
  try {
    return parseContent(text, event.envelope.basis);
  } catch (error) {
    if (error instanceof ContentError) {
      return fail('content-malformed', { ...named(event), reason: error.message });
    }
    throw error;
  }
}
