import { parseBundleHead, type BundleHead } from '../bundle/head.js';
import {
  checkpointName,
  erasuresName,
  eventsAFile,
  eventsName,
  headName,
  readModelName,
} from '../bundle/names.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import type { BuiltTile } from '../tile-builder.js';
import { tilePath } from '../tile.js';
import type { VerifierKey } from '../verifier-key.js';
import type { BundleReader } from './bundle-reader.js';
import { checkpointIsSigned } from './checkpoint-is-signed.js';
import { isNoShorterThan } from './continues-the-earlier-checkpoint.js';
import { erasuresAreListed } from './erasures-are-listed.js';
import { fail } from './failure.js';
import type { Findings } from './findings.js';
import type { FoldCheck } from './fold-check.js';
import { LogVerification } from './log-verification.js';
import { readModelIsTheFold } from './read-model-is-the-fold.js';
import { sumsAreRight } from './sums-are-right.js';
import { tileIsOfTheEvents } from './tile-is-of-the-events.js';
import { treeIsTheSignedOne } from './tree-is-the-signed-one.js';
import { wellWritten } from './well-written.js';
import { witnessesHaveSigned } from './witnesses-have-signed.js';

/** What a bundle is held against. */
export interface Against {
  readonly key: VerifierKey;
  /** Who must have signed the checkpoint as well. */
  readonly witnesses: readonly VerifierKey[];
  readonly earlier: SignedCheckpoint | null;
  readonly fold: FoldCheck | undefined;
  readonly onProgress: (events: number, total: number) => void;
}

/**
 * Goes through a bundle from its first byte to its last, entry by entry, in the one order that it can have. Throws
 * VerificationFailed at the first thing that is wrong; the findings tell how far it came.
 */
export async function inspectBundle(
  bundle: BundleReader,
  against: Against,
  findings: Findings,
): Promise<void> {
  const { key, witnesses, earlier, fold } = against;
  const headText = await bundle.text(headName);
  const head = wellWritten(headName, () => parseBundleHead(headText));
  findings.head = head;
  const checkpoint = checkpointIsSigned(await bundle.text(checkpointName), key, head);
  findings.checkpoint = checkpoint;
  findings.cosignatures = witnessesHaveSigned(checkpoint, witnesses);
  if (earlier) isNoShorterThan(earlier, checkpoint);

  const verification = new LogVerification(head.municipality, earlier);
  findings.log = verification;
  fold?.begin(head.readModels);
  await inspectLog(bundle, head, verification, against, findings);
  treeIsTheSignedOne(verification.tree, checkpoint);

  verification.erasures.everyErasedEventIsNamed();
  await erasuresAreListed(bundle.lines(erasuresName), verification.erasures);
  for (const readModel of head.readModels) {
    const lines = bundle.lines(readModelName(readModel.name));
    findings.readModels.push(await readModelIsTheFold(readModel, lines, head.size, fold));
  }
  await sumsAreRight(bundle);
  await bundle.end();
}

/** The events, a file at a time, each file followed by the tiles that it fills; last the tiles that are not full. */
async function inspectLog(
  bundle: BundleReader,
  { size }: BundleHead,
  verification: LogVerification,
  { fold, onProgress }: Against,
  findings: Findings,
): Promise<void> {
  const { log, tree } = verification;
  const inspectTile = async (tile: BuiltTile) => {
    tileIsOfTheEvents(tile, await bundle.content(tilePath(tile[0])), log);
    findings.tiles += 1;
  };
  for (let file = 0; log.size < size; file += 1) {
    const entry = eventsName(file);
    const expected = Math.min(eventsAFile, size - log.size);
    let found = 0;
    for await (const lines of bundle.lines(entry)) {
      found += lines.length;
      if (found <= expected) {
        const events = verification.take(lines);
        fold?.take(events);
      }
    }
    if (found !== expected) fail('events-miscounted', { entry, expected, found });
    for (const tile of tree.takeFull()) await inspectTile(tile);
    onProgress(log.size, size);
  }
  for (const tile of tree.partial()) await inspectTile(tile);
}
