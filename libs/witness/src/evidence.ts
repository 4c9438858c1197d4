import {
  canonicalJson,
  encodeBase64,
  parseCheckpoint,
  parseNote,
  printNote,
  type Checkpoint,
} from '#libs/proof';
import type { Contradiction } from './judge.js';
import type { Proposal } from './proposal.js';

/** A refused checkpoint that speaks against its log, as it is kept. */
export interface Refused {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly contradiction: Contradiction;
  /** Of the refused tree. */
  readonly size: number;
  /** Size of what the witness had signed last. */
  readonly lastSize: number;
  readonly oldSize: number;
  /** Base64. */
  readonly proof: readonly string[];
  /** The note with the log's signature. */
  readonly note: string;
}

export function refusedOf(
  { oldSize, proof, checkpoint }: Proposal,
  contradiction: Contradiction,
  lastSize: number,
  at: string,
): Refused {
  const hashes = proof.map(encodeBase64);
  return {
    at,
    contradiction,
    size: checkpoint.size,
    lastSize,
    oldSize,
    proof: hashes,
    note: printNote(checkpoint.note),
  };
}

/** A line of what is kept: JSON in the one text that a value has. */
export function printLine(value: Refused | { readonly note: string }): string {
  return `${canonicalJson(value)}\n`;
}

export function parseRefused(line: string): Refused {
  return JSON.parse(line) as Refused;
}

/** The checkpoint in a line of either kind. */
export function checkpointIn(line: string): Checkpoint {
  return parseCheckpoint(parseNote(noteIn(line)).text);
}

function noteIn(line: string): string {
  return (JSON.parse(line) as { note: string }).note;
}
