import { EntitySchema } from 'typeorm';
import type { StoredCheckpoint } from './notarised-log.js';

export const checkpointEntity = new EntitySchema<StoredCheckpoint>({
  name: 'NotaryCheckpoint',
  schema: 'notary',
  tableName: 'checkpoint',
  synchronize: false,
  columns: {
    tenant: { type: 'text', name: 'tenant_id', primary: true },
    size: { type: 'bigint', primary: true, transformer: { from: Number, to: String } },
    root: { type: 'bytea' },
    note: { type: 'text' },
    signedAt: { type: 'timestamptz', name: 'signed_at' },
  },
});
