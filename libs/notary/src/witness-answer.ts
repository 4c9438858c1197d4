import { cosignedAt, NoteError, parseNote, parseTreeSize, signaturesBy, sizeType } from '#libs/proof';
import type { NoteSignature, VerifierKey } from '#libs/proof';
import type { Contradiction } from './cosigner.js';

/** What came back from a witness. */
export interface WitnessAnswer {
  readonly status: number;
  /** Without parameters. */
  readonly contentType: string;
  readonly body: string;
}

/** What a witness was asked: to sign a tree of that size, from the one that it is thought to have signed last. */
export interface Asked {
  readonly oldSize: number;
  readonly size: number;
}

/** What follows from an answer. */
export type NextStep =
  /** Its signature is in the body. */
  | { readonly step: 'verify' }
  /** Ask from the tree that it has signed last. */
  | { readonly step: 'ask-again'; readonly oldSize: number }
  | { readonly step: 'contradicted'; readonly contradiction: Contradiction }
  | { readonly step: 'give-up'; readonly reason: string };

/** Reads an answer as C2SP tlog-witness has it. */
export function nextStep(answer: WitnessAnswer, { oldSize, size }: Asked): NextStep {
  const { status } = answer;
  if (status === 200) return { step: 'verify' };
  if (status === 409) return afterConflict(lastSizeIn(answer), { oldSize, size });
  // Nothing is proved from an empty tree, so nobody can have been shown wrong.
  if (status === 422 && oldSize > 0) return contradicted('saw-another-tree', oldSize);
  return giveUp(reasons[status] ?? `it answered ${status}`);
}

/** A witness that names the size which it was told of, or none, has signed another tree of the size at hand. */
function afterConflict(lastSize: number | null, { oldSize, size }: Asked): NextStep {
  if (lastSize !== null && lastSize > size) return contradicted('saw-more', lastSize);
  if (lastSize !== null && lastSize !== oldSize) return { step: 'ask-again', oldSize: lastSize };
  if (oldSize === size) return contradicted('saw-another-tree', size);
  return giveUp('it answered 409 and no size that it has signed');
}

const contradicted = (code: Contradiction['code'], witnessSize: number): NextStep => ({
  step: 'contradicted',
  contradiction: { code, witnessSize },
});

const giveUp = (reason: string): NextStep => ({ step: 'give-up', reason });

const reasons: Readonly<Record<number, string>> = {
  403: 'it does not trust the key of the log',
  404: 'it does not know the log, or is another address',
};

function lastSizeIn({ contentType, body }: WitnessAnswer): number | null {
  return contentType === sizeType ? parseTreeSize(body.replace(/\n$/, '')) : null;
}

/** The signature in an answer to a note. Null unless the witness has signed the note, and all in its name holds. */
export function signatureIn(body: string, noteText: string, witness: VerifierKey): NoteSignature | null {
  try {
    const note = parseNote(`${noteText}\n${body}`);
    const [signature] = signaturesBy(note, witness);
    return note.text === noteText && cosignedAt(note, witness) !== null ? (signature ?? null) : null;
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}
