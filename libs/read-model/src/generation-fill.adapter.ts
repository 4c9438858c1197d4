import type { EventStore } from '#libs/event-store';
import type { EntityManager } from 'typeorm';
import type { Checkpoint } from './checkpoint.js';
import { addCheckpoints, checkpointsOf } from './checkpoints.adapter.js';
import { DocCache } from './doc-cache.js';
import { isBehind, Standing } from './standing.js';
import { RebuildFailedError } from './errors.js';
import type { Generation } from './generation.js';
import type { PageProjector } from './page-projector.adapter.js';
import { pagesAhead } from './pages-ahead.js';
import type { ReadModelSettings } from './settings.js';

export interface FillOptions {
  /** Told after every page how many events the generation has folded, over all municipalities. */
  readonly onProgress: (events: number) => void;
  readonly signal?: AbortSignal;
}

interface Means {
  readonly store: EventStore;
  readonly manager: EntityManager;
  readonly projector: PageProjector;
  readonly settings: ReadModelSettings;
}

/**
 * Folds every municipality's log, at least as far as it goes now, into the generation that is being built. Answers
 * the municipalities for which it halted.
 */
export async function fillGeneration(
  means: Means,
  generation: Generation,
  options: FillOptions,
): Promise<string[]> {
  const { store, manager } = means;
  const { name } = generation.projection;
  const heads = await store.heads();
  await addCheckpoints(
    manager,
    generation,
    heads.map(({ tenant }) => tenant),
    'building',
  );
  const standing = new Standing(await checkpointsOf(manager, [generation]));
  const halted: string[] = [];
  let { events } = standing;
  const onPage = (length: number) => options.onProgress((events += length));
  for (const { tenant, position } of heads) {
    const from = standing.of(generation, tenant);
    if (!from) throw new RebuildFailedError(name, 'somebody else has begun another rebuild.');
    const isLagging = (checkpoint: Checkpoint) =>
      checkpoint.status === 'running' &&
      isBehind(checkpoint, position, (a, b) => store.comparePositions(a, b));
    const reached = isLagging(from)
      ? await fillMunicipality(means, generation, from, onPage, options.signal)
      : from;
    if (isLagging(reached)) {
      throw new RebuildFailedError(name, `the log of ${tenant} ended before its last event.`);
    }
    if (reached.status === 'halted') halted.push(tenant);
  }
  return halted;
}

/** Page by page to the log's end, with a cache that bounds what is kept in memory however long the log is. */
async function fillMunicipality(
  { store, projector, settings }: Means,
  generation: Generation,
  from: Checkpoint,
  onPage: (length: number) => void,
  signal: AbortSignal | undefined,
): Promise<Checkpoint> {
  const cache = new DocCache(settings.rebuildCacheSize);
  let checkpoint = from;
  for await (const page of pagesAhead(store, from.tenant, from.position, settings.rebuildPageSize)) {
    signal?.throwIfAborted();
    if (page.next === checkpoint.position) break;
    checkpoint = await projector.project(generation, checkpoint, page, cache);
    onPage(page.events.length);
    if (checkpoint.status === 'halted') break;
  }
  return checkpoint;
}
