import { canonicalString } from '../canonical-json.js';
import { isHex } from '../hash.js';
import { LineError } from './line-error.js';

/** A document of a read model: its key, and the SHA-256 (hex) of its text as it was served. */
export interface DocumentDigest {
  readonly key: string;
  readonly digest: string;
}

const digestStart = '{"digest":"';
const keyStart = '","key":';
const keyAt = digestStart.length + 64 + keyStart.length;

export function documentLine({ key, digest }: DocumentDigest): string {
  return `${digestStart}${digest}${keyStart}${canonicalString(key)}}`;
}

/** Throws {@link LineError} unless the line is what {@link documentLine} writes of the result. */
export function parseDocumentLine(line: string): DocumentDigest {
  const digest = line.slice(digestStart.length, digestStart.length + 64);
  const document = { digest, key: parsedKey(line) };
  if (!isHex(digest, 32) || documentLine(document) !== line) throw malformed();
  return document;
}

function parsedKey(line: string): string {
  try {
    return String(JSON.parse(line.slice(keyAt, -1)));
  } catch {
    throw malformed();
  }
}

/** Texts are in the order of their UTF-8 bytes, as a database sorts them that knows no language. */
export function inOrderOfBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function malformed(): LineError {
  return new LineError('It is not {"digest":"…","key":"…"}.');
}
