import { sign, verify, type KeyObject } from 'node:crypto';
import { wrongSignature } from './note-signature.js';
import { signaturesBy, type Note, type NoteSignature } from './signed-note.js';
import { keyTypes, publicKeyObject, verifierKey, type VerifierKey } from './verifier-key.js';

const timeBytes = 8;

/** What a witness signs (C2SP tlog-cosignature): when it saw the checkpoint, and the checkpoint. */
function cosignedText(time: number, text: string): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}

/**
 * Signs the text of a checkpoint as a witness: at that time (seconds since 1970) it was the largest tree of its log
 * that the witness had seen, and it was consistent with all it had seen before.
 */
export function cosign(text: string, name: string, privateKey: KeyObject, time: number): NoteSignature {
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError(`${time} is not a time in seconds.`);
  const { id } = verifierKey(name, keyTypes.cosignature, privateKey);
  const stamp = Buffer.alloc(timeBytes);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([stamp, sign(null, cosignedText(time, text), privateKey)]);
  return { keyName: name, keyId: id, signature };
}

/**
 * When the witness last signed the checkpoint, in seconds since 1970; null where it has not. Throws
 * {@link NoteError} where a signature in its name does not hold.
 */
export function cosignedAt(note: Note, witness: VerifierKey): number | null {
  if (witness.type !== keyTypes.cosignature) {
    throw new TypeError(`The key ${witness.name}+${witness.id} does not sign as a witness.`);
  }
  const publicKey = publicKeyObject(witness);
  const times = signaturesBy(note, witness).map(({ signature }) => {
    const time = timeOf(signature);
    const signed = signature.subarray(timeBytes);
    if (time !== null && verify(null, cosignedText(time, note.text), publicKey, signed)) return time;
    throw wrongSignature(witness);
  });
  return times.length === 0 ? null : Math.max(...times);
}

/** Null where it cannot be one: too short, or later than any time that a number holds exactly. */
function timeOf(signature: Uint8Array): number | null {
  if (signature.length < timeBytes) return null;
  const time = Number(Buffer.from(signature).readBigUInt64BE());
  return Number.isSafeInteger(time) ? time : null;
}
