import type { KeyObject } from 'node:crypto';
import { decodeBase64, encodeBase64 } from './base64.js';
import { hashBytes, type Hash } from './merkle.js';
import { signNote, verifyNote } from './note-signature.js';
import { malformedNote, NoteError, parseNote, printNote, type Note } from './signed-note.js';
import type { VerifierKey } from './verifier-key.js';

/** The state of a log (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log; the name of the key that signs it. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** Origin, size and root, a line each. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** Reads the text of a checkpoint. Lines beyond the three are refused: nobody who audits the log can check them. */
export function parseCheckpoint(text: string): Checkpoint {
  const [, origin = '', size = '', base64 = ''] = /^(.+)\n(0|[1-9]\d*)\n(.+)\n$/.exec(text) ?? [];
  const root = decodeBase64(base64);
  if (root?.length !== hashBytes || !Number.isSafeInteger(Number(size))) {
    throw malformedNote('A checkpoint is an origin, a size and a root, a line each.');
  }
  return { origin, size: Number(size), root };
}

/** The checkpoint as a note, signed under its origin. */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  const text = checkpointText(checkpoint);
  return printNote({ text, signatures: [signNote(text, checkpoint.origin, privateKey)] });
}

/** A checkpoint whose log has vouched for it, and the note it stands in, which witnesses may have signed too. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** Throws {@link NoteError} unless the note is a checkpoint of the key's log and signed by the key. */
export function openCheckpoint(text: string, key: VerifierKey): SignedCheckpoint {
  const note = parseNote(text);
  verifyNote(note, key);
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== key.name) {
    throw new NoteError('wrong-origin', `The checkpoint is one of ${checkpoint.origin}, not of ${key.name}.`);
  }
  return { ...checkpoint, note };
}
