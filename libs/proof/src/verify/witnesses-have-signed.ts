import type { SignedCheckpoint } from '../checkpoint.js';
import type { VerifierKey } from '../verifier-key.js';
import { witnessedBy, type Cosignature } from '../witnessed.js';
import { fail } from './failure.js';

/** Every witness that the auditor trusts has signed the checkpoint; answers when. */
export function witnessesHaveSigned(
  { note }: SignedCheckpoint,
  witnesses: readonly VerifierKey[],
): readonly Cosignature[] {
  const { cosignatures, missing } = witnessedBy(note, witnesses);
  if (missing.length > 0) fail('not-witnessed', { missing });
  return cosignatures;
}
