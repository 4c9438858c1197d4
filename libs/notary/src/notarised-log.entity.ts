import { EntitySchema } from 'typeorm';
import type { NotarisedLog } from './notarised-log.js';

const schema = 'notary';
const whole = { from: Number, to: String };

export const notarisedLogEntity = new EntitySchema<NotarisedLog>({
  name: 'NotarisedLog',
  schema,
  tableName: 'log',
  synchronize: false,
  columns: {
    tenant: { type: 'text', name: 'tenant_id', primary: true },
    size: { type: 'bigint', transformer: whole },
    lastPosition: { type: 'text', name: 'last_position', nullable: true },
    lastLeaf: { type: 'bytea', name: 'last_leaf', nullable: true },
    beforeLast: { type: 'text', name: 'before_last', nullable: true },
    signedSize: { type: 'bigint', name: 'signed_size', transformer: whole },
    signedAt: { type: 'timestamptz', name: 'signed_at', nullable: true },
    verifierKey: { type: 'text', name: 'verifier_key', nullable: true },
    alarm: { type: 'json', nullable: true },
    alarmedAt: { type: 'timestamptz', name: 'alarmed_at', nullable: true },
  },
});
