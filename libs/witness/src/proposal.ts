import {
  NoteError,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  verifyNote,
  type AddCheckpoint,
  type Note,
  type SignedCheckpoint,
  type VerifierKey,
} from '#libs/proof';

/** The keys that a witness trusts, by the log that they sign for. A log that changes its key has two for a while. */
export type TrustedKeys = ReadonlyMap<string, readonly VerifierKey[]>;

/** A checkpoint that its log has vouched for, handed to a witness. */
export interface Proposal extends AddCheckpoint {
  /** With the signatures of the log alone: whoever hands it in may have added any others. */
  readonly checkpoint: SignedCheckpoint;
}

/** Why a request is no proposal. Nothing that it says can be held against a log. */
export type NoProposal = 'malformed' | 'log-unknown' | 'not-signed';

/** Reads the body of a request. */
export function readProposal(body: string, trusted: TrustedKeys): Proposal | NoProposal {
  const request = parseAddCheckpoint(body);
  if (!request) return 'malformed';
  try {
    const note = parseNote(request.note);
    const checkpoint = parseCheckpoint(note.text);
    const keys = trusted.get(checkpoint.origin);
    if (!keys) return 'log-unknown';
    if (!isVouchedFor(note, keys)) return 'not-signed';
    return { ...request, checkpoint: { ...checkpoint, note: signedBy(note, keys) } };
  } catch (error) {
    if (error instanceof NoteError) return 'malformed';
    throw error;
  }
}

/** Signed by one of the keys; and all that is signed in the name of any of them holds. */
function isVouchedFor(note: Note, keys: readonly VerifierKey[]): boolean {
  const failures = keys.map((key) => signatureFailure(note, key));
  return failures.includes(null) && !failures.includes('wrong-signature');
}

function signatureFailure(note: Note, key: VerifierKey): NoteError['failure'] | null {
  try {
    verifyNote(note, key);
    return null;
  } catch (error) {
    if (error instanceof NoteError) return error.failure;
    throw error;
  }
}

function signedBy({ text, signatures }: Note, keys: readonly VerifierKey[]): Note {
  const isOf = (name: string, id: string) => keys.some((key) => key.name === name && key.id === id);
  return { text, signatures: signatures.filter(({ keyName, keyId }) => isOf(keyName, keyId)) };
}
