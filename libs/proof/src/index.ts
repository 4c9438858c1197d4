export { decodeBase64, encodeBase64 } from './base64.js';
export { canonicalJson, CanonicalJsonError } from './canonical-json.js';
export * from './checkpoint.js';
export * from './cosignature.js';
export * from './entry-bundle.js';
export * from './envelope.js';
export { sha256Hex } from './hash.js';
export { emptyRoot, hashesEqual, leafHash, nodeHash, rootAt, type Hash, type HashAt } from './merkle.js';
export * from './merkle-proof.js';
export { signNote, verifyNote } from './note-signature.js';
export * from './parse-envelope.js';
export {
  NoteError,
  parseNote,
  printNote,
  type Note,
  type NoteFailure,
  type NoteSignature,
} from './signed-note.js';
export * from './tile.js';
export * from './tile-builder.js';
export * from './tile-hashes.js';
export * from './tree-hasher.js';
export * from './verify-proof.js';
export * from './verifier-key.js';
