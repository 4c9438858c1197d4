import { decodeBase64, encodeBase64 } from './base64.js';
import type { Hash } from './merkle.js';

/** What a log asks of a witness (C2SP tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** Size of the tree that the witness signed last, as the log knows it; 0 where it has signed none. */
  readonly oldSize: number;
  /** What shows that the tree of the checkpoint begins with that one. */
  readonly proof: readonly Hash[];
  /** The checkpoint as a signed note. */
  readonly note: string;
}

/** The most that a tree can need. */
const maxProofHashes = 63;
const hashBytes = 32;

export function printAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  const hashes = proof.map((hash) => `${encodeBase64(hash)}\n`);
  return `old ${oldSize}\n${hashes.join('')}\n${note}`;
}

/** Null where the text is none. The note is not read. */
export function parseAddCheckpoint(text: string): AddCheckpoint | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [first = '', ...lines] = text.slice(0, end).split('\n');
  const oldSize = parseTreeSize(/^old (.+)$/.exec(first)?.[1] ?? '');
  const proof = lines.map(decodeBase64).filter((hash) => hash?.length === hashBytes) as Hash[];
  if (oldSize === null || proof.length < lines.length || lines.length > maxProofHashes) return null;
  return { oldSize, proof, note: text.slice(end + 2) };
}

/** The type of an answer that says how large the tree was that the witness signed last. */
export const sizeType = 'text/x.tlog.size';

/** Decimal without leading zeros. Null where it is none, or more than a number holds exactly. */
export function parseTreeSize(text: string): number | null {
  const size = /^(0|[1-9]\d*)$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(size) ? size : null;
}
