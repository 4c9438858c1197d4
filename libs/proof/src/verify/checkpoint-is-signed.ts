import type { BundleHead } from '../bundle/head.js';
import { openCheckpoint, type SignedCheckpoint } from '../checkpoint.js';
import { NoteError } from '../signed-note.js';
import type { VerifierKey } from '../verifier-key.js';
import { checkpointName } from '../bundle/names.js';
import { fail } from './failure.js';

/** The key, which comes from outside, has signed the checkpoint, and the bundle is of that log and of that size. */
export function checkpointIsSigned(note: string, key: VerifierKey, head: BundleHead): SignedCheckpoint {
  const { origin, municipality, size } = head;
  if (origin !== key.name || !origin.endsWith(`/${municipality}`)) {
    fail('bundle-of-another-log', { origin, municipality, expected: key.name });
  }
  const checkpoint = opened(note, key);
  if (checkpoint.size !== size) fail('checkpoint-of-another-size', { size: checkpoint.size, expected: size });
  return checkpoint;
}

function opened(note: string, key: VerifierKey): SignedCheckpoint {
  try {
    return openCheckpoint(note, key);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    if (error.failure === 'malformed') {
      return fail('entry-malformed', { entry: checkpointName, reason: error.message });
    }
    return fail('checkpoint-not-signed', { key: `${key.name}+${key.id}` });
  }
}
