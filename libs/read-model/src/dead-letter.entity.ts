import { EntitySchema } from 'typeorm';
import type { DeadLetter } from './checkpoint.js';
import { schema } from './generation.js';

export const deadLetterEntity = new EntitySchema<DeadLetter>({
  name: 'ReadModelDeadLetter',
  schema,
  tableName: 'dead_letter',
  synchronize: false,
  columns: {
    processor: { type: 'text', primary: true },
    generation: { type: 'int', primary: true },
    tenant: { type: 'text', name: 'tenant_id', primary: true },
    position: { type: 'text', primary: true },
    eventId: { type: 'uuid', name: 'event_id' },
    eventType: { type: 'text', name: 'event_type' },
    stream: { type: 'text' },
    error: { type: 'text' },
    attempts: { type: 'int' },
    state: { type: 'text' },
    occurredAt: { type: 'timestamptz', name: 'occurred_at' },
  },
});
