import {
  canonicalJson,
  CanonicalJsonError,
  dataHashOf,
  envelopeText,
  type Content,
  type Envelope,
} from '#libs/proof';
import { citationOf, type Basis, type Instant, type PlainDate, type StreamId } from '#libs/kernel';
import { SealedElsewhereError } from './errors.js';
import type { AppendMetadata, NewEvent, Position, StoredEvent } from './event-store.js';

/** An event before it has a place: what can be erased, all of its envelope that is known, and what filters ask for. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  /** The RFC 8785 text of {@link Content}, kept and given back as it is; null where it has been erased elsewhere. */
  readonly content: string | null;
  /** 32 hex digits; null together with the content. */
  readonly salt: string | null;
  readonly actorId: string;
  readonly commandId: string;
  readonly citation: string | null;
  readonly effectiveOn: PlainDate;
  readonly facts: EnvelopeFacts;
  /** The envelope that it has in the log it is restored from; null where it is recorded for the first time. */
  readonly sealed: string | null;
}

/** What an envelope says whatever place the event gets. */
export type EnvelopeFacts = Omit<Envelope, 'stream' | 'revision' | 'prev' | 'recordedAt'>;

/** Where and when an event stands in the log. */
export interface EventPlace {
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: Instant;
}

/** What the envelope binds an event to. */
export interface SealedPlace {
  readonly revision: number;
  readonly recordedAt: Instant;
  /** SHA-256 (hex) of the envelope before it in the stream; null for the first. */
  readonly prev: string | null;
}

/** `salt` is 32 random hex digits, used for nothing else. Throws a TypeError where the data is nothing that can be sealed. */
export function encodeEvent(
  { id, event, schemaVersion }: NewEvent,
  append: AppendMetadata,
  committee: string | null,
  salt: string,
): EncodedEvent {
  const { basis, data, type } = event;
  const content = contentText(event.data === undefined ? undefined : contentOf(basis, data, append), id);
  return {
    id,
    type,
    content,
    salt,
    actorId: append.actor.id,
    commandId: append.commandId,
    citation: citationOf(basis),
    effectiveOn: basis.effectiveOn,
    facts: {
      v: 1,
      id,
      type,
      schema: schemaVersion,
      dataHash: dataHashOf(salt, content),
      committee,
      actor: append.actor,
      basis: basis.kind,
      decision: citationOf(basis),
      effectiveOn: basis.effectiveOn,
      commandId: append.commandId,
      correlationId: append.correlationId,
      causationId: append.causationId,
    },
    sealed: null,
  };
}

function contentOf(basis: Basis, data: unknown, { requestHash, warnings }: AppendMetadata): Content {
  return { data, reason: basis.kind === 'uncited' ? basis.reason : null, requestHash, warnings };
}

function contentText(content: Content | undefined, id: string): string {
  try {
    return canonicalJson(content);
  } catch (error) {
    if (!(error instanceof CanonicalJsonError)) throw error;
    throw new TypeError(`The data of ${id} cannot be sealed: ${error.message}`, { cause: error });
  }
}

/** The envelope of an event that gets this place. Throws where it is restored and was sealed in another one. */
export function sealAt({ facts, sealed }: EncodedEvent, stream: StreamId, place: SealedPlace): string {
  const { revision, recordedAt, prev } = place;
  const text = envelopeText({
    ...facts,
    stream: `${stream.tenant}:${stream.name}`,
    revision,
    recordedAt,
    prev,
  });
  if (sealed !== null && sealed !== text) throw new SealedElsewhereError(sealed, text);
  return text;
}

/** The event as readers see it, from the texts that the log keeps. */
export function decodeEvent(envelope: string, content: string | null, position: Position): StoredEvent {
  const read = content === null ? null : (JSON.parse(content) as Content);
  return storedEvent(JSON.parse(envelope) as Envelope, read, position);
}

/** The event as readers see it, from what its texts say; without content where it has been erased. */
export function storedEvent(envelope: Envelope, content: Content | null, position: Position): StoredEvent {
  const { data, reason, requestHash, warnings } = content ?? erasedContent;
  const { id, type, schema, stream, revision, actor, recordedAt } = envelope;
  const { commandId, correlationId, causationId } = envelope;
  return {
    type,
    data,
    basis: basisOf(envelope, reason),
    record: {
      id,
      schemaVersion: schema,
      stream,
      revision,
      position,
      recordedAt,
      actor,
      commandId,
      correlationId,
      causationId,
      requestHash,
      warnings,
      ...(content === null && { erased: true }),
    },
  };
}

const erasedContent: Content = { data: null, reason: null, requestHash: null, warnings: [] };

function basisOf({ basis: kind, decision, effectiveOn }: Envelope, reason: string | null): Basis {
  if (kind === 'decision') return { kind, citation: decision ?? '', effectiveOn };
  return kind === 'uncited' ? { kind, reason: reason ?? '', effectiveOn } : { kind, effectiveOn };
}
