import type { Checkpoint } from './checkpoint.js';
import { addCheckpoints, checkpointsOf } from './checkpoints.adapter.js';
import { DocCache } from './doc-cache.js';
import { TakenOverError } from './errors.js';
import type { Generation } from './generation.js';
import { inParallel } from './in-parallel.js';
import { servedGenerations } from './registry.adapter.js';
import type { RunnerMeans } from './runner-means.adapter.js';
import { SharedPages } from './shared-pages.js';
import { laggards, Standing } from './standing.js';

/** One page of one municipality's log that one read model is to take in. */
interface Work {
  readonly generation: Generation;
  readonly checkpoint: Checkpoint;
}

/**
 * Takes one page into every read model of every municipality that has work, so that nobody waits for another's long
 * log. Answers whether anything advanced: if so there may be more to do.
 */
export async function pass(means: RunnerMeans): Promise<boolean> {
  const byTenant = Map.groupBy(await workAtHand(means), ({ checkpoint }) => checkpoint.tenant);
  let advanced = false;
  for (const [tenant, works] of byTenant) {
    const pages = new SharedPages(means.store, tenant, means.settings.pageSize);
    const steps = await inParallel(works, means.settings.concurrency, (work) => step(means, work, pages));
    advanced ||= steps.includes(true);
  }
  return advanced;
}

async function workAtHand(means: RunnerMeans): Promise<Work[]> {
  const { store, manager, catalogue, troubles } = means;
  const [heads, generations] = await Promise.all([store.heads(), servedGenerations(manager, catalogue)]);
  const compare = (a: string, b: string) => store.comparePositions(a, b);
  const standing = new Standing(await checkpointsOf(manager, generations, { ...means, ...means.settings }));
  const lagging = laggards(generations, standing, heads, compare);
  const unknown = lagging.filter(({ generation, tenant }) => !standing.of(generation, tenant));
  for (const [generation, added] of Map.groupBy(unknown, (laggard) => laggard.generation)) {
    await addCheckpoints(
      manager,
      generation,
      added.map(({ tenant }) => tenant),
      'serving',
    );
  }
  if (unknown.length > 0) return workAtHand(means);
  return lagging.flatMap(({ generation, tenant }) => {
    const checkpoint = standing.of(generation, tenant);
    const free = checkpoint?.status === 'running' && !checkpoint.leased;
    return free && !troubles.isPausing(generation.projection.name, tenant)
      ? [{ generation, checkpoint }]
      : [];
  });
}

async function step(
  means: RunnerMeans,
  { generation, checkpoint }: Work,
  pages: SharedPages,
): Promise<boolean> {
  const { name } = generation.projection;
  const { tenant } = checkpoint;
  const { advances, log, projector, troubles } = means;
  try {
    const page = await pages.after(checkpoint.position);
    if (page.next === checkpoint.position) return false;
    const reached = await projector.project(generation, checkpoint, page, new DocCache(Infinity));
    troubles.over(name, tenant);
    advances.announce(name, tenant);
    if (reached.status === 'halted') {
      log.error(`The read model "${name}" has halted for ${tenant}; see its dead letters.`);
    }
    return true;
  } catch (error) {
    // Somebody else did something, so there is something new to look at.
    if (error instanceof TakenOverError) return true;
    const { error: reason, attempts } = troubles.met(name, tenant, error);
    log.warn(`The read model "${name}" did not advance for ${tenant} (attempt ${attempts}): ${reason}`);
    return false;
  }
}
