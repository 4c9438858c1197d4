import { sign, verify, type KeyObject } from 'node:crypto';
import { NoteError, signaturesBy, type Note, type NoteSignature } from './signed-note.js';
import { keyTypes, publicKeyObject, verifierKey, type VerifierKey } from './verifier-key.js';

/** Signs the text of a note with an Ed25519 key under that name. */
export function signNote(text: string, name: string, privateKey: KeyObject): NoteSignature {
  const { id } = verifierKey(name, keyTypes.ed25519, privateKey);
  return { keyName: name, keyId: id, signature: sign(null, Buffer.from(text), privateKey) };
}

/** Throws {@link NoteError} unless the key has signed the note, and all that the note has in its name holds. */
export function verifyNote(note: Note, key: VerifierKey): void {
  const { name, id } = key;
  if (key.type !== keyTypes.ed25519) throw new TypeError(`The key ${name}+${id} does not sign notes.`);
  const signatures = signaturesBy(note, key);
  if (signatures.length === 0) throw new NoteError('not-signed', `The note is not signed by ${name}+${id}.`);
  const [text, publicKey] = [Buffer.from(note.text), publicKeyObject(key)];
  const allHold = signatures.every(({ signature }) => verify(null, text, publicKey, signature));
  if (!allHold) throw wrongSignature(key);
}

export function wrongSignature({ name, id }: VerifierKey): NoteError {
  return new NoteError('wrong-signature', `A signature of ${name}+${id} is not one of this note.`);
}
