import type { DataSource, EntityManager } from 'typeorm';
import type { Catalogue } from './catalogue.js';
import type { RegistryEntry } from './checkpoint.js';
import { createEmptyView } from './doc-table.adapter.js';
import type { Generation } from './generation.js';
import { registryEntity } from './registry.entity.js';

/** Makes the read models known: from then on each has a row in the registry and a view, at first an empty one. */
export async function declareReadModels(dataSource: DataSource, catalogue: Catalogue): Promise<void> {
  const known = await dataSource.manager.find(registryEntity);
  const names = new Set(known.map(({ name }) => name));
  for (const { name } of catalogue.all.filter((projection) => !names.has(projection.name))) {
    await dataSource.transaction((manager) => declareReadModel(manager, name));
  }
}

async function declareReadModel(manager: EntityManager, name: string): Promise<void> {
  // Of several processes that start at once, the one whose row goes in creates the view; the others wait for it here.
  const added = await manager.query<{ name: string }[]>(
    'INSERT INTO read_model.registry (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING name',
    [name],
  );
  if (added.length > 0) await createEmptyView(manager, name);
}

export async function registryEntry(manager: EntityManager, name: string): Promise<RegistryEntry> {
  return manager.findOneOrFail(registryEntity, { where: { name } });
}

/** The generations that serve and were built by the versions of the projections that this process has. */
export async function servedGenerations(manager: EntityManager, catalogue: Catalogue): Promise<Generation[]> {
  const entries = new Map((await manager.find(registryEntity)).map((entry) => [entry.name, entry]));
  return catalogue.all.flatMap((projection) => {
    const entry = entries.get(projection.name);
    return entry && entry.servingGeneration !== null && entry.servingVersion === projection.version
      ? [{ projection, number: entry.servingGeneration }]
      : [];
  });
}
