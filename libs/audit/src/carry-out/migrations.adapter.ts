import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each municipality's decisions to erase have been carried out; see {@link CarriedOut}. */
class CreateAuditSchema1795824000000 implements MigrationInterface {
  readonly name = 'CreateAuditSchema1795824000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA audit');
    await runner.query(`
      CREATE TABLE audit.carried_out (
        tenant_id text COLLATE "C" PRIMARY KEY,
        revision int NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}

export const auditMigrations = [CreateAuditSchema1795824000000];
