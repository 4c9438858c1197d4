import { cutEventLine, eventLine, type EventTexts } from './bundle/event-line.js';
import { LineError } from './bundle/line-error.js';
import { openCheckpoint, type SignedCheckpoint } from './checkpoint.js';
import { dataHashOf, type Envelope } from './envelope.js';
import { leafHash, type Hash } from './merkle.js';
import { EnvelopeError, parseEnvelope } from './parse-envelope.js';
import { NoteError } from './signed-note.js';
import { parseTlogProof, printTlogProof, TlogProofError } from './tlog-proof.js';
import { inclusionHolds } from './verify-proof.js';
import type { VerifierKey } from './verifier-key.js';
import { witnessedBy, type Cosignature } from './witnessed.js';

/** An event and that a log holds it. */
export interface Receipt {
  readonly event: EventTexts;
  /** The event's place in the log. */
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed note. */
  readonly checkpoint: string;
}

/** What a receipt proves, once it has been verified. */
export interface VerifiedReceipt {
  readonly event: EventTexts;
  readonly envelope: Envelope;
  readonly index: number;
  /** How many events the log held. */
  readonly size: number;
  readonly checkpoint: SignedCheckpoint;
  /** Of the witnesses that were named. */
  readonly cosignatures: readonly Cosignature[];
}

/**
 * - `malformed`: it is not a receipt.
 * - `not-signed`: the key's log has not vouched for the checkpoint.
 * - `not-witnessed`: not all of the witnesses have signed it, or not so that it holds.
 * - `not-included`: the log of that checkpoint has not this event in that place.
 * - `content-changed`: the content is not the one that was recorded.
 */
export type ReceiptFailure =
  'malformed' | 'not-signed' | 'not-witnessed' | 'not-included' | 'content-changed';

export class ReceiptError extends Error {
  constructor(
    readonly failure: ReceiptFailure,
    message: string,
    /** The witnesses that are missing, where that is the failure. */
    readonly missing: readonly string[] = [],
  ) {
    super(message);
    this.name = 'ReceiptError';
  }
}

/** A tlog-proof, so that anybody's tools can read it, with the line of the event as its extra data. */
export function printReceipt({ event, ...proof }: Receipt): string {
  return printTlogProof({ extra: Buffer.from(eventLine(event)), ...proof });
}

/**
 * Checks a receipt with nothing but the key of the log, and those of witnesses who must have signed it too. Throws {@link ReceiptError} unless the log has vouched for
 * the event, with its content unless that has been erased.
 */
export function verifyReceipt(
  text: string,
  key: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): VerifiedReceipt {
  const { event, envelope, index, proof, checkpoint } = read(text, key);
  const { cosignatures, missing } = witnessedBy(checkpoint.note, witnesses);
  if (missing.length > 0) {
    throw new ReceiptError(
      'not-witnessed',
      `The checkpoint is not signed by ${missing.join(', ')}.`,
      missing,
    );
  }
  if (!inclusionHolds(leafHash(event.envelope), index, checkpoint, proof)) {
    throw new ReceiptError('not-included', `The log does not hold event ${envelope.id} at ${index}.`);
  }
  const { content, salt } = event;
  if (content !== null && salt !== null && dataHashOf(salt, content) !== envelope.dataHash) {
    throw new ReceiptError('content-changed', `The content of event ${envelope.id} is not the one recorded.`);
  }
  return { event, envelope, index, size: checkpoint.size, checkpoint, cosignatures };
}

function read(text: string, key: VerifierKey) {
  try {
    const { extra, index, proof, checkpoint } = parseTlogProof(text);
    const event = cutEventLine(lineIn(extra));
    const envelope = parseEnvelope(event.envelope);
    return { event, envelope, index, proof, checkpoint: openCheckpoint(checkpoint, key) };
  } catch (error) {
    throw refusal(error);
  }
}

/** Refuses what is not UTF-8, and keeps every character. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function lineIn(extra: Uint8Array | null): string {
  try {
    return utf8.decode(extra ?? new Uint8Array());
  } catch {
    throw new LineError('The event is not UTF-8.');
  }
}

function refusal(error: unknown): unknown {
  if (error instanceof NoteError) {
    return new ReceiptError(error.failure === 'malformed' ? 'malformed' : 'not-signed', error.message);
  }
  if ([TlogProofError, LineError, EnvelopeError].some((kind) => error instanceof kind)) {
    return new ReceiptError('malformed', (error as Error).message);
  }
  return error;
}
