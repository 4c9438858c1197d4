import { cosignedAt } from './cosignature.js';
import { NoteError, type Note } from './signed-note.js';
import type { VerifierKey } from './verifier-key.js';

/** That a witness has signed a checkpoint, and when by its own clock. */
export interface Cosignature {
  /** `{name}+{id}` of its key. */
  readonly witness: string;
  /** UTC instant, whole seconds. */
  readonly signedAt: string;
}

/** Who of the witnesses has signed a note, and who has not, or not so that it holds. */
export interface Witnessed {
  readonly cosignatures: readonly Cosignature[];
  /** `{name}+{id}` each. */
  readonly missing: readonly string[];
}

/** Throws TypeError where a key is none of a witness. */
export function witnessedBy(note: Note, witnesses: readonly VerifierKey[]): Witnessed {
  const cosignatures: Cosignature[] = [];
  const missing: string[] = [];
  for (const key of witnesses) {
    const [witness, signedAt] = [`${key.name}+${key.id}`, whenSigned(note, key)];
    if (signedAt === null) missing.push(witness);
    else cosignatures.push({ witness, signedAt });
  }
  return { cosignatures, missing };
}

/** The largest time that a Date holds; a witness with a later one is none. */
const maxSeconds = 8_640_000_000_000;

function whenSigned(note: Note, key: VerifierKey): string | null {
  try {
    const seconds = cosignedAt(note, key);
    return seconds === null || seconds > maxSeconds ? null : new Date(seconds * 1_000).toISOString();
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}
