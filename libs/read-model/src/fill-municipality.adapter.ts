import type { EventStore, LogPage } from '#libs/event-store';
import type { EntityManager } from 'typeorm';
import type { Checkpoint } from './checkpoint.js';
import { checkpointsOf } from './checkpoints.adapter.js';
import { DocCache } from './doc-cache.js';
import type { Generation } from './generation.js';
import type { PageProjector } from './page-projector.adapter.js';
import { pagesAhead } from './pages-ahead.js';
import { isPoison } from './poison.adapter.js';
import type { ReadModelSettings } from './settings.js';
import { Standing } from './standing.js';

export interface FillMeans {
  readonly store: EventStore;
  readonly manager: EntityManager;
  readonly projector: PageProjector;
  readonly settings: ReadModelSettings;
}

interface Filled {
  /** Told how many events have been folded and written since it was told last. */
  readonly onWritten: (events: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Folds one municipality's log to its end, page by page, into the generation that is being built. Where an event
 * cannot be taken in, what was not written yet is done anew with the care that finds out which one it is.
 */
export async function fillMunicipality(
  means: FillMeans,
  generation: Generation,
  from: Checkpoint,
  filled: Filled,
): Promise<Checkpoint> {
  try {
    return await fillAhead(means, generation, from, filled);
  } catch (error) {
    if (!isPoison(error)) throw error;
  }
  const reached = new Standing(await checkpointsOf(means.manager, [generation])).of(generation, from.tenant);
  return fillWithCare(means, generation, reached ?? from, filled);
}

/** One page is read and another one written while a third one is being folded. The cache bounds what memory holds. */
async function fillAhead(
  means: FillMeans,
  generation: Generation,
  from: Checkpoint,
  { onWritten, signal }: Filled,
): Promise<Checkpoint> {
  const { projector, settings } = means;
  const cache = new DocCache(settings.rebuildCacheSize);
  let writing = { checkpoint: Promise.resolve(from), events: 0 };
  const written = async () => {
    const checkpoint = await writing.checkpoint;
    if (writing.events > 0) onWritten(writing.events);
    return checkpoint;
  };
  for await (const page of pagesBeyond(means, from, signal)) {
    const docs = await projector.fold(generation, from.tenant, page.events, cache, writing.checkpoint);
    for (const { key, doc, json } of docs) cache.set(key, doc, json.length);
    const taken = { events: page.events, position: page.next };
    writing = {
      checkpoint: projector.write(generation, await written(), taken, docs),
      events: page.events.length,
    };
    // Whoever stops before it is awaited, behind the next page, must not leave its failure without a listener.
    writing.checkpoint.catch(() => undefined);
  }
  return written();
}

async function fillWithCare(
  means: FillMeans,
  generation: Generation,
  from: Checkpoint,
  { onWritten, signal }: Filled,
): Promise<Checkpoint> {
  const { projector, settings } = means;
  const cache = new DocCache(settings.rebuildCacheSize);
  let checkpoint = from;
  for await (const page of pagesBeyond(means, from, signal)) {
    checkpoint = await projector.project(generation, checkpoint, page, cache);
    onWritten(page.events.length);
    if (checkpoint.status === 'halted') break;
  }
  return checkpoint;
}

/** Every page that leads further than the one before it. */
async function* pagesBeyond(
  { store, settings }: FillMeans,
  { tenant, position }: Checkpoint,
  signal: AbortSignal | undefined,
): AsyncGenerator<LogPage, void, void> {
  let reached = position;
  for await (const page of pagesAhead(store, tenant, position, settings.rebuildPageSize)) {
    signal?.throwIfAborted();
    if (page.next === reached) return;
    reached = page.next;
    yield page;
  }
}
