import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RememberSourceLog1795478400000 } from './source-log.adapter.js';

/** The tables that stand beside the read models, whose own tables come and go with their rebuilds. */
class CreateReadModelSchema1795392000000 implements MigrationInterface {
  readonly name = 'CreateReadModelSchema1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA read_model');
    await runner.query(`
      CREATE TABLE read_model.registry (
        name text PRIMARY KEY,
        id int NOT NULL GENERATED ALWAYS AS IDENTITY,
        serving_generation int,
        serving_version int,
        building_generation int,
        building_version int,
        last_generation int NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE read_model.checkpoint (
        processor text NOT NULL REFERENCES read_model.registry,
        generation int NOT NULL,
        tenant_id text NOT NULL,
        position text,
        events bigint NOT NULL DEFAULT 0,
        owner text,
        epoch int NOT NULL DEFAULT 0,
        status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'halted')),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (processor, generation, tenant_id)
      ) WITH (fillfactor = 50)`);
    await runner.query(`
      CREATE TABLE read_model.dead_letter (
        processor text NOT NULL REFERENCES read_model.registry,
        generation int NOT NULL,
        tenant_id text NOT NULL,
        position text NOT NULL,
        event_id uuid NOT NULL,
        event_type text NOT NULL,
        stream text NOT NULL,
        error text NOT NULL,
        attempts int NOT NULL,
        state text NOT NULL CHECK (state IN ('halted', 'retried')),
        occurred_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (processor, generation, tenant_id, position)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA read_model CASCADE');
  }
}

export const readModelMigrations = [CreateReadModelSchema1795392000000, RememberSourceLog1795478400000];
