import { sizeType } from '#libs/proof';
import type { Refusal } from './judge.js';
import type { NoProposal } from './proposal.js';

/** What a witness answers over HTTP. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const plain = (status: number, body: string): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

/** A line for each signature. */
export function cosignedAnswer(signatureLines: string): Answer {
  return plain(200, signatureLines);
}

const refusals: Readonly<Record<NoProposal | Exclude<Refusal, 'old-size-not-the-last'>, Answer>> = {
  malformed: plain(400, 'The request is not an old size, a proof and a checkpoint.\n'),
  'log-unknown': plain(404, 'The log is not known here.\n'),
  'not-signed': plain(403, 'The checkpoint is not signed with the key of its log.\n'),
  'old-size-too-large': plain(400, 'The old size is larger than the checkpoint.\n'),
  'root-differs': plain(409, 'A tree of this size has been signed, with another root.\n'),
  'not-consistent': plain(422, 'The proof does not lead from the last tree to this one.\n'),
};

/** `lastSize` is the size of what was signed last. */
export function refusedAnswer(refusal: NoProposal | Refusal, lastSize = 0): Answer {
  if (refusal !== 'old-size-not-the-last') return refusals[refusal];
  return { status: 409, contentType: sizeType, body: `${lastSize}\n` };
}
