import {
  cosignedAt,
  NoteError,
  parseCheckpoint,
  parseNote,
  printNote,
  type Checkpoint,
  type SignedCheckpoint,
} from '#libs/proof';
import type { WitnessIdentity } from './identity.js';
import { nothingSigned } from './judge.js';

/** What a witness signed last of a log. */
export interface SignedState extends Omit<Checkpoint, 'origin'> {
  /** In seconds since 1970. */
  readonly time: number;
  /** With the signatures of the log and of the witness; null where nothing was signed yet. */
  readonly note: string | null;
}

export type Signed = SignedState & { readonly note: string };

export const nothingYet: SignedState = { ...nothingSigned, time: 0, note: null };

/** The state once the checkpoint is signed. Time never goes back, even where the clock is set back. */
export function signedState(
  { size, root, note }: SignedCheckpoint,
  { time: before }: SignedState,
  identity: WitnessIdentity,
  now: number,
): Signed {
  const time = Math.max(now, before);
  const signatures = [...note.signatures, identity.cosign(note.text, time)];
  return { size, root, time, note: printNote({ ...note, signatures }) };
}

/** Reads what the witness signed of that log. Null where it is none of its own. */
export function parseState(text: string, origin: string, identity: WitnessIdentity): SignedState | null {
  try {
    const note = parseNote(text);
    const { size, root, origin: found } = parseCheckpoint(note.text);
    const time = cosignedAt(note, identity.verifierKey);
    return found === origin && time !== null ? { size, root, time, note: text } : null;
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}

/** The line that the witness answers with. */
export function signatureLine({ note }: Signed): string {
  return note.slice(note.lastIndexOf('— '));
}
