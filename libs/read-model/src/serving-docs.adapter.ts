import type { DomainEvent, Projection } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Checkpoint } from './checkpoint.js';
import { checkpointEntity } from './checkpoint.entity.js';
import { docEntity } from './doc.entity.js';
import { registryEntity } from './registry.entity.js';
import type { DocQuery } from './select-docs.js';

/** What one statement saw: which version of the projection built what serves, how far it has come, its documents. */
export interface ServingDocs<Doc> {
  readonly version: number | null;
  readonly position: Checkpoint['position'];
  readonly status: Checkpoint['status'] | null;
  readonly docs: readonly Doc[];
}

type Row<Doc> = Omit<ServingDocs<Doc>, 'docs'> & { readonly key: string | null; readonly doc: Doc };

const conditions: { readonly [key in keyof DocQuery]: string } = {
  key: 'd.key = :key',
  committee: 'd.committee = :committee',
  year: 'd.year = :year',
  afterSortKey: 'd.sortKey > :afterSortKey',
};

/**
 * Reads documents, the checkpoint and the registry in one statement, so that they fit together even while a rebuild
 * switches: the view is locked by the switch until the registry's row is visible.
 */
export async function readServingDocs<Doc, E extends DomainEvent>(
  manager: EntityManager,
  projection: Projection<Doc, E>,
  tenant: string,
  { limit, ...query }: DocQuery,
): Promise<ServingDocs<Doc>> {
  const asked = Object.entries(conditions).filter(
    ([name]) => query[name as keyof typeof query] !== undefined,
  );
  const ofServing = 'c.processor = r.name AND c.generation = r.servingGeneration AND c.tenant = :tenant';
  const selected = ['d.tenant = :tenant', ...asked.map(([, condition]) => condition)].join(' AND ');
  const rows = await manager
    .createQueryBuilder(registryEntity, 'r')
    .leftJoin(checkpointEntity.options.name, 'c', ofServing)
    .leftJoin(docEntity(projection).options.name, 'd', selected)
    .where('r.name = :name')
    .select('r.servingVersion', 'version')
    .addSelect('c.position', 'position')
    .addSelect('c.status', 'status')
    .addSelect('d.key', 'key')
    .addSelect('d.doc', 'doc')
    .orderBy('d.sortKey')
    .addOrderBy('d.key')
    .limit(limit)
    .setParameters({ ...query, name: projection.name, tenant })
    .getRawMany<Row<Doc>>();
  const { version = null, position = null, status = null } = rows[0] ?? {};
  return { version, position, status, docs: rows.filter(({ key }) => key !== null).map(({ doc }) => doc) };
}
