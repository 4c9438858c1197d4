import { EntitySchema } from 'typeorm';
import type { Checkpoint } from './checkpoint.js';
import { schema } from './generation.js';

export const checkpointEntity = new EntitySchema<Checkpoint>({
  name: 'ReadModelCheckpoint',
  schema,
  tableName: 'checkpoint',
  synchronize: false,
  columns: {
    processor: { type: 'text', primary: true },
    generation: { type: 'int', primary: true },
    tenant: { type: 'text', name: 'tenant_id', primary: true },
    position: { type: 'text', nullable: true },
    events: { type: 'bigint', transformer: { from: Number, to: String } },
    owner: { type: 'text', nullable: true },
    epoch: { type: 'int' },
    status: { type: 'text' },
  },
});
