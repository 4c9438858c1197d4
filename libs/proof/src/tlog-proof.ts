import { decodeBase64, encodeBase64 } from './base64.js';
import { hashBytes, type Hash } from './merkle.js';

/** That an entry stands in a log, in a file of its own (C2SP tlog-proof). */
export interface TlogProof {
  /** Whatever else belongs to it. Nothing vouches for it. */
  readonly extra: Uint8Array | null;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed note as it stands. */
  readonly checkpoint: string;
}

/** The text is not a proof in this format. */
export class TlogProofError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TlogProofError';
  }
}

const firstLine = 'c2sp.org/tlog-proof@v1';

export function printTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  const lines = [firstLine, ...(extra ? [`extra ${encodeBase64(extra)}`] : []), `index ${index}`];
  return [...lines, ...proof.map(encodeBase64), '', checkpoint].join('\n');
}

export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw new TlogProofError('The proof is not followed by a checkpoint.');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== firstLine) throw new TlogProofError(`The first line is not ${firstLine}.`);
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice('extra '.length)) : null;
  const [, index] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? [];
  if (index === undefined || !Number.isSafeInteger(Number(index))) {
    throw new TlogProofError('The proof does not say the index of the entry.');
  }
  return { extra, index: Number(index), proof: lines.map(hashOf), checkpoint: text.slice(end + 2) };
}

function hashOf(line: string): Hash {
  const hash = bytesOf(line);
  if (hash.length !== hashBytes) throw new TlogProofError(`${JSON.stringify(line)} is not a hash.`);
  return hash;
}

function bytesOf(line = ''): Uint8Array {
  const bytes = decodeBase64(line);
  if (!bytes) throw new TlogProofError(`${JSON.stringify(line)} is not base64.`);
  return bytes;
}
