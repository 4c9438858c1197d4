import type { Checkpoint } from './checkpoint.js';
import { addCheckpoints, checkpointsOf } from './checkpoints.adapter.js';
import { isBehind, Standing } from './standing.js';
import { RebuildFailedError } from './errors.js';
import { fillMunicipality, type FillMeans } from './fill-municipality.adapter.js';
import type { Generation } from './generation.js';

export interface FillOptions {
  /** Told after every page how many events the generation has folded, over all municipalities. */
  readonly onProgress: (events: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Folds every municipality's log, at least as far as it goes now, into the generation that is being built. Answers
 * the municipalities for which it halted.
 */
export async function fillGeneration(
  means: FillMeans,
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
  const onWritten = (length: number) => options.onProgress((events += length));
  for (const { tenant, position } of heads) {
    const from = standing.of(generation, tenant);
    if (!from) throw new RebuildFailedError(name, 'somebody else has begun another rebuild.');
    const isLagging = (checkpoint: Checkpoint) =>
      checkpoint.status === 'running' &&
      isBehind(checkpoint, position, (a, b) => store.comparePositions(a, b));
    const reached = isLagging(from)
      ? await fillMunicipality(means, generation, from, { onWritten, signal: options.signal })
      : from;
    if (isLagging(reached)) {
      throw new RebuildFailedError(name, `the log of ${tenant} ended before its last event.`);
    }
    if (reached.status === 'halted') halted.push(tenant);
  }
  return halted;
}
