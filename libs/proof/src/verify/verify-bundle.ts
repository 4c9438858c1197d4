import { openCheckpoint } from '../checkpoint.js';
import { parseVerifierKey } from '../verifier-key.js';
import { BundleReader } from './bundle-reader.js';
import { VerificationFailed } from './failure.js';
import { Findings } from './findings.js';
import type { FoldCheck } from './fold-check.js';
import { inspectBundle } from './inspect-bundle.js';
import type { Verification } from './verification.js';

export interface VerifyOptions {
  /** The key of the log, `{name}+{id}+{key}`. It comes from outside: what stands in a bundle vouches for nothing. */
  readonly verifierKey: string;
  /**
   * A checkpoint of the same log that was kept before, as it was signed. Without one nobody can tell whether the
   * whole history has been written anew.
   */
  readonly since?: string;
  /** Keys of witnesses who must have signed the checkpoint. They come from outside as well. */
  readonly witnesses?: readonly string[];
  /** Compares the read models with the events. */
  readonly fold?: FoldCheck;
  /** The time, as an instant in UTC, to hold the time of the last event against. */
  readonly now?: string;
  /** Told after every file of events; `total` is what the bundle says it has. */
  readonly onProgress?: (events: number, total: number) => void;
}

/**
 * Verifies a bundle while it is being read: form, signature, witnesses, events, streams, contents, tree, history, erasures, read
 * models and sums, in this order. Ends at the first thing that is wrong; what is answered tells how far it came.
 * Throws VerifierKeyError where `verifierKey` or one of `witnesses` is none, and NoteError where `since` is no
 * checkpoint that the key has signed, TypeError where one of `witnesses` is the key of a log.
 */
export async function verifyBundle(
  bytes: AsyncIterable<Uint8Array>,
  { verifierKey, since, witnesses = [], fold, now, onProgress = () => undefined }: VerifyOptions,
): Promise<Verification> {
  const key = parseVerifierKey(verifierKey);
  const earlier = since === undefined ? null : openCheckpoint(since, key);
  const witnessKeys = witnesses.map(parseVerifierKey);
  const bundle = new BundleReader(bytes);
  const findings = new Findings(bundle, earlier);
  try {
    await inspectBundle(bundle, { key, witnesses: witnessKeys, earlier, fold, onProgress }, findings);
    return findings.told(null, now);
  } catch (error) {
    if (error instanceof VerificationFailed) return findings.told(error.failure, now);
    throw error;
  } finally {
    await bundle.close();
  }
}
