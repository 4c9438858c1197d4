import { EntitySchema } from 'typeorm';
import type { AnyProjection } from './any-projection.js';
import { checkpointEntity } from './checkpoint.entity.js';
import { deadLetterEntity } from './dead-letter.entity.js';
import { schema, viewName } from './generation.js';
import { registryEntity } from './registry.entity.js';

/** A row of a read model: the document, and by what it is found. */
export interface DocRow<Doc = unknown> {
  readonly tenant: string;
  readonly key: string;
  readonly committee: string | null;
  readonly year: number | null;
  readonly sortKey: string;
  readonly doc: Doc;
}

/** The entity of a projection's documents, over the view of the generation that serves. Only for reading. */
export function docEntity<Doc>({ name }: AnyProjection & { readonly initial: (key: string) => Doc }) {
  return new EntitySchema<DocRow<Doc>>({
    name: `readModel-${name}`,
    schema,
    tableName: viewName(name),
    // The view is replaced at every rebuild, by the rebuild; TypeORM must not create or compare it.
    synchronize: false,
    columns: {
      tenant: { type: 'text', name: 'tenant_id', primary: true },
      key: { type: 'text', name: 'doc_key', primary: true },
      committee: { type: 'text', nullable: true },
      year: { type: 'int', nullable: true },
      sortKey: { type: 'text', name: 'sort_key' },
      doc: { type: 'json' },
    },
  });
}

/** What the data source has to know besides the entities of others. */
export function readModelEntities(projections: readonly AnyProjection[]): EntitySchema[] {
  const docs: EntitySchema[] = projections.map((projection) => docEntity(projection));
  return [registryEntity, checkpointEntity, deadLetterEntity, ...docs];
}
