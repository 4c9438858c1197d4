import type { EventStore } from '#libs/event-store';
import type { Notary, Proofs, Shown, StoredCheckpoint } from '#libs/notary';
import { bundleArchive, parseCheckpoint, parseNote, tilePath, type HashTile } from '#libs/proof';
import type { ProjectionRunner } from '#libs/read-model';
import { sealedPages } from './sealed-pages.js';
import { servedDocuments, type ServedDocuments } from './served-documents.js';

/** A bundle that is ready to be written. */
export interface Bundle {
  readonly municipality: string;
  /** How many events it has. */
  readonly size: number;
  /** Its archive, once, as fast as it is read. Throws where the store fails meanwhile. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface BundleMeans {
  readonly store: EventStore;
  readonly runner: Pick<ProjectionRunner, 'digest'>;
  readonly proofs: Pick<Proofs, 'checkpoint' | 'tile'>;
  /** Null where this process cannot sign. */
  readonly notary: Pick<Notary, 'catchUp'> | null;
  /** Told how many of the events have been written. */
  readonly onProgress?: (events: number) => void;
}

/**
 * Takes a bundle of a municipality's log: the read models as they stand at one instant, under a checkpoint that covers
 * what they had folded, as far as the notary can sign. Null where nothing is recorded.
 */
export async function takeBundle(means: BundleMeans, tenant: string): Promise<Shown<Bundle> | null> {
  const served = await means.runner.digest(tenant, servedDocuments);
  const shown = await checkpointOver(means, tenant, served);
  if (shown === null || 'rejection' in shown) return shown;
  const { size } = shown.answer;
  return { answer: { municipality: tenant, size, bytes: archiveOf(means, tenant, served, shown.answer) } };
}

/** The last checkpoint; a new one where what is served goes beyond it. */
async function checkpointOver(
  { proofs, notary }: BundleMeans,
  tenant: string,
  { heads }: ServedDocuments,
): Promise<Shown<StoredCheckpoint> | null> {
  const folded = Math.max(0, ...heads.map(({ events }) => events));
  const last = await proofs.checkpoint(tenant);
  const isEnough = last !== null && 'answer' in last && last.answer.size >= folded;
  if (isEnough || notary === null) return last;
  await notary.catchUp(tenant);
  return proofs.checkpoint(tenant);
}

function archiveOf(
  { store, proofs, onProgress }: BundleMeans,
  tenant: string,
  { heads, lines }: ServedDocuments,
  { size, note }: StoredCheckpoint,
): AsyncIterable<Uint8Array> {
  const { origin } = parseCheckpoint(parseNote(note).text);
  return bundleArchive({
    head: { v: 1, municipality: tenant, origin, size, readModels: heads },
    checkpoint: note,
    events: sealedPages(store, tenant),
    tile: (tile) => tileOf(proofs, tenant, tile),
    documents: (readModel) => lines.get(readModel) ?? [],
    onProgress,
  });
}

async function tileOf(proofs: BundleMeans['proofs'], tenant: string, tile: HashTile): Promise<Uint8Array> {
  const shown = await proofs.tile(tenant, tile);
  if (shown && 'answer' in shown) return shown.answer;
  throw new Error(`The tree of ${tenant} lacks ${tilePath(tile)}.`);
}
