import { createReadStream } from 'node:fs';
import { projections } from '#apps/api';
import { verifyBundle, type Verification } from '#libs/proof';
import { ProjectionsFold } from '../fold/projections-fold.js';
import { startProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

export interface VerifyFileOptions {
  readonly verifierKey: string;
  readonly since: string | undefined;
  /** Keys of witnesses who must have signed it. */
  readonly witnesses: readonly string[];
  /** Whether the read models are compared with the events. */
  readonly fold: boolean;
}

/** Larger pieces than the default: fewer turns, and no more than that in memory. */
const highWaterMark = 256 * 1_024;

/** Verifies the bundle in a file, and shows whoever watches how far it has come. */
export async function verifyFile(
  path: string,
  { verifierKey, since, witnesses, fold }: VerifyFileOptions,
  terminal: Terminal,
): Promise<Verification> {
  const bytes = createReadStream(path, { highWaterMark, signal: terminal.interrupted });
  const folding = fold ? new ProjectionsFold(projections) : undefined;
  const progress = startProgress('Granskar', terminal);
  try {
    return await verifyBundle(bytes, {
      verifierKey,
      since,
      witnesses,
      fold: folding,
      now: new Date().toISOString(),
      onProgress: (events, total) => progress.reached(events, total),
    });
  } catch (error) {
    terminal.interrupted.throwIfAborted();
    throw error;
  } finally {
    progress.stop();
    folding?.close();
  }
}
