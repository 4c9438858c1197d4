import { setTimeout } from 'node:timers/promises';
import type { Projection } from '#libs/kernel';
import { OtherVersionServesError, RebuildInProgressError } from './errors.js';
import { dropUnusedTables } from './generation-switch.adapter.js';
import { registryEntry } from './registry.adapter.js';
import type { RunnerMeans } from './runner-means.adapter.js';

/** See {@link ProjectionRunner.rebuildReading}. */
export async function rebuildReading(
  means: RunnerMeans,
  contexts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const reading = means.catalogue.all.filter((projection) =>
    projection.contexts.some((context) => contexts.includes(context)),
  );
  for (const projection of reading) {
    await rebuildAfter(means, projection, signal);
    await dropFormer(means, projection, signal);
  }
}

/** A rebuild that is under way may have read the log before: this one begins when that is over. */
async function rebuildAfter(
  { manager, rebuilder, settings }: RunnerMeans,
  projection: Projection<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { name, version } = projection;
  for (;;) {
    const { servingVersion } = await registryEntry(manager, name);
    if (servingVersion !== null && servingVersion !== version) {
      throw new OtherVersionServesError(name, servingVersion);
    }
    try {
      return await rebuilder.rebuild(projection, { signal });
    } catch (error) {
      if (!(error instanceof RebuildInProgressError)) throw error;
      await setTimeout(settings.pollMs, undefined, { signal });
    }
  }
}

/** What served before is gone only once its table is, and somebody may be reading that for long. */
async function dropFormer(
  { manager, settings }: RunnerMeans,
  { name }: Projection<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  while (!(await dropUnusedTables(manager, name, settings.switchWaitMs))) {
    await setTimeout(settings.pollMs, undefined, { signal });
  }
}
