import { EntitySchema } from 'typeorm';
import type { RegistryEntry } from './checkpoint.js';
import { schema } from './generation.js';

export const registryEntity = new EntitySchema<RegistryEntry>({
  name: 'ReadModelRegistry',
  schema,
  tableName: 'registry',
  synchronize: false,
  columns: {
    name: { type: 'text', primary: true },
    servingGeneration: { type: 'int', name: 'serving_generation', nullable: true },
    servingVersion: { type: 'int', name: 'serving_version', nullable: true },
    buildingGeneration: { type: 'int', name: 'building_generation', nullable: true },
    buildingVersion: { type: 'int', name: 'building_version', nullable: true },
    lastGeneration: { type: 'int', name: 'last_generation' },
  },
});
