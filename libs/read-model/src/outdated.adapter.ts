import { setTimeout } from 'node:timers/promises';
import type { Projection } from '#libs/kernel';
import { RebuildInProgressError } from './errors.js';
import { registryEntry } from './registry.adapter.js';
import type { RunnerMeans } from './runner-means.adapter.js';

/**
 * Rebuilds, one after the other, the read models that were built by another version of their projection or not yet.
 * Where another process is at one, waits for it. One that fails does not keep the others from being built; its
 * error is thrown at the end.
 */
export async function buildOutdated(means: RunnerMeans, signal: AbortSignal): Promise<void> {
  const errors: unknown[] = [];
  for (const projection of means.catalogue.all) {
    await buildIfOutdated(means, projection, signal).catch((error: unknown) => errors.push(error));
    signal.throwIfAborted();
  }
  if (errors.length > 0) throw errors[0];
}

async function buildIfOutdated(
  { manager, rebuilder, settings }: RunnerMeans,
  projection: Projection<unknown>,
  signal: AbortSignal,
): Promise<void> {
  while ((await registryEntry(manager, projection.name)).servingVersion !== projection.version) {
    try {
      await rebuilder.rebuild(projection, { signal });
    } catch (error) {
      if (!(error instanceof RebuildInProgressError)) throw error;
      await setTimeout(settings.pollMs, undefined, { signal });
    }
  }
}
