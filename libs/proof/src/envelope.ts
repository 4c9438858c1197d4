import { canonicalString } from './canonical-json.js';
import { isHex, prefixed, sha256Hex } from './hash.js';

/**
 * What is known of an event for ever: who recorded what kind of fact, where, when and on what ground, and the hash
 * of its content. Never erased, so it holds nothing that may have to be.
 */
export interface Envelope {
  readonly v: 1;
  readonly id: string;
  readonly type: string;
  /** Version of the event type. */
  readonly schema: number;
  /** Whole name with the municipality: `alingsas:budget-SN.2025`. */
  readonly stream: string;
  /** Zero-based place in the stream. */
  readonly revision: number;
  /** {@link hashOfEnvelope} of the stream's previous event; null for the first. */
  readonly prev: string | null;
  /** {@link dataHashOf} of the content and its salt. */
  readonly dataHash: string;
  /** Of the stream; null where it concerns the whole municipality. */
  readonly committee: string | null;
  readonly actor: { readonly committee: string | null; readonly id: string; readonly role: string };
  /** `YYYY-MM-DD` */
  readonly effectiveOn: string;
  /** RFC 3339 in UTC with milliseconds. */
  readonly recordedAt: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** Whether it rests on a paragraph, should rest on one that is not known, or needs none. */
  readonly basis: BasisKind;
  /** The paragraph it rests on, `SN 2023-09-19, § 46`; null without one. */
  readonly decision: string | null;
  /** Only where the event was recorded by a version that had no envelopes: when it was given this one. */
  readonly sealedAt?: string;
}

export type BasisKind = 'decision' | 'uncited' | 'report';

/** What can be erased of an event; its text is {@link canonicalJson} of this. */
export interface Content {
  readonly data: unknown;
  /** Why no paragraph is known; null where one is, or none is needed. */
  readonly reason: string | null;
  readonly requestHash: string | null;
  readonly warnings: readonly { readonly code: string; readonly facts: object }[];
}

/** The data of the event `EventsErased`: a decision to destroy the contents of other events. */
export interface EventsErased {
  readonly events: readonly {
    readonly id: string;
    readonly stream: string;
    readonly revision: number;
    readonly type: string;
  }[];
  readonly reason: string;
}

export const saltBytes = 16;

/** SHA-256 over the salt's bytes and the content's text. The salt keeps a short content from being guessed. */
export function dataHashOf(salt: string, content: string): string {
  if (!isHex(salt, saltBytes)) throw new TypeError(`A salt is ${saltBytes} bytes in hexadecimal.`);
  return sha256Hex(prefixed(Buffer.from(salt, 'hex'), content));
}

export function hashOfEnvelope(text: string): string {
  return sha256Hex(text);
}

const orNull = (text: string | null): string => (text === null ? 'null' : canonicalString(text));

/** The envelope's text: its canonical JSON, written straight out, since every append waits for it. */
export function envelopeText(envelope: Omit<Envelope, 'v'>): string {
  const { actor, sealedAt } = envelope;
  return (
    `{"actor":{"committee":${orNull(actor.committee)},"id":${canonicalString(actor.id)}` +
    `,"role":${canonicalString(actor.role)}},"basis":${canonicalString(envelope.basis)},"causationId":${orNull(envelope.causationId)}` +
    `,"commandId":${canonicalString(envelope.commandId)},"committee":${orNull(envelope.committee)}` +
    `,"correlationId":${canonicalString(envelope.correlationId)},"dataHash":${canonicalString(envelope.dataHash)}` +
    `,"decision":${orNull(envelope.decision)},"effectiveOn":${canonicalString(envelope.effectiveOn)}` +
    `,"id":${canonicalString(envelope.id)},"prev":${orNull(envelope.prev)}` +
    `,"recordedAt":${canonicalString(envelope.recordedAt)},"revision":${envelope.revision},"schema":${envelope.schema}` +
    (sealedAt === undefined ? '' : `,"sealedAt":${canonicalString(sealedAt)}`) +
    `,"stream":${canonicalString(envelope.stream)},"type":${canonicalString(envelope.type)},"v":1}`
  );
}
