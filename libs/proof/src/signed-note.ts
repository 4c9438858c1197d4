import { decodeBase64, encodeBase64 } from './base64.js';
import { isKeyName, type VerifierKey } from './verifier-key.js';

/** One line below a note. Whether it holds only a key can tell. */
export interface NoteSignature {
  readonly keyName: string;
  /** Four bytes in hexadecimal. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A text that some have signed (C2SP signed-note). */
export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export type NoteFailure = 'malformed' | 'not-signed' | 'wrong-signature' | 'wrong-origin';

export class NoteError extends Error {
  constructor(
    readonly failure: NoteFailure,
    message: string,
  ) {
    super(message);
    this.name = 'NoteError';
  }
}

export const malformedNote = (message: string): NoteError => new NoteError('malformed', message);

/** Many more than ever sign; bounds the work that a forged note can cause. */
const maxSignatures = 100;
const keyIdBytes = 4;
/** All below the space but the newline. */
const asciiControl = /[^\P{Control}\n\u007f-\u009f]/u;

export function printNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ keyName, keyId, signature }) => {
    const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
    return `— ${keyName} ${encodeBase64(bytes)}\n`;
  });
  const printed = `${text}\n${lines.join('')}`;
  parseNote(printed);
  return printed;
}

/** Reads a note without judging its signatures. Throws {@link NoteError} where it is not written as one. */
export function parseNote(note: string): Note {
  if (!note.isWellFormed() || asciiControl.test(note)) {
    throw malformedNote('A note is Unicode text without control characters.');
  }
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw malformedNote('A note is text, an empty line and signatures.');
  const lines = note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > maxSignatures) {
    throw malformedNote(`A note has 1 to ${maxSignatures} signatures, not ${lines.length}.`);
  }
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, keyName = '', base64 = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = decodeBase64(base64);
  if (!isKeyName(keyName) || !bytes || bytes.length <= keyIdBytes) {
    throw malformedNote(`${JSON.stringify(line)} is not a signature line.`);
  }
  const keyId = Buffer.from(bytes.subarray(0, keyIdBytes)).toString('hex');
  return { keyName, keyId, signature: bytes.subarray(keyIdBytes) };
}

/** Those that name the key. Others may share its name or its id, but not both. */
export function signaturesBy({ signatures }: Note, { name, id }: VerifierKey): NoteSignature[] {
  return signatures.filter(({ keyName, keyId }) => keyName === name && keyId === id);
}
