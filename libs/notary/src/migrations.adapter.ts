import type { EntitySchema, MigrationInterface, QueryRunner } from 'typeorm';
import { checkpointEntity } from './checkpoint.entity.js';
import { notarisedLogEntity } from './notarised-log.entity.js';

/**
 * What a notary knows of each municipality's log. The row in `log` is locked by whoever goes on with it. Tiles are
 * hashes next to each other, which nothing compresses.
 */
const tables = `
  CREATE SCHEMA notary;

  CREATE TABLE notary.log (
    tenant_id text COLLATE "C" PRIMARY KEY,
    size bigint NOT NULL DEFAULT 0,
    last_position text COLLATE "C",
    last_leaf bytea,
    before_last text COLLATE "C",
    signed_size bigint NOT NULL DEFAULT 0 CHECK (signed_size BETWEEN 0 AND size),
    signed_at timestamptz(3),
    alarm json,
    alarmed_at timestamptz(3),
    CHECK ((size > 0) = (last_position IS NOT NULL) AND (size > 0) = (last_leaf IS NOT NULL)),
    CHECK ((size > 1) = (before_last IS NOT NULL)),
    CHECK ((alarm IS NULL) = (alarmed_at IS NULL))
  ) WITH (fillfactor = 50);

  CREATE TABLE notary.leaf (
    tenant_id text COLLATE "C",
    index bigint,
    event_id uuid NOT NULL,
    position text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, index),
    UNIQUE (tenant_id, event_id)
  );

  CREATE TABLE notary.stream (
    tenant_id text COLLATE "C",
    stream text COLLATE "C",
    revision int NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, stream)
  ) WITH (fillfactor = 80);

  CREATE TABLE notary.tile (
    tenant_id text COLLATE "C",
    level int,
    index bigint,
    hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    PRIMARY KEY (tenant_id, level, index)
  );
  ALTER TABLE notary.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

  CREATE TABLE notary.checkpoint (
    tenant_id text COLLATE "C",
    size bigint CHECK (size > 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    note text NOT NULL,
    signed_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, size)
  );`;

/** What was signed stays signed. Signatures may be added to it, so its note may be written again. */
const denials = `
  CREATE FUNCTION notary.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'What was signed is never changed: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
  END $$;

  CREATE TRIGGER checkpoints_stay BEFORE DELETE OR TRUNCATE OR UPDATE OF tenant_id, size, root, signed_at
    ON notary.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION notary.refuse_change();
  ALTER TABLE notary.checkpoint ENABLE ALWAYS TRIGGER checkpoints_stay;`;

class CreateNotary1795740000000 implements MigrationInterface {
  readonly name = 'CreateNotary1795740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(denials);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was notarised is not taken back by a migration.'));
  }
}

/** A log that was signed before keys were remembered keeps the key that signs it next. */
class RememberVerifierKey1795744800000 implements MigrationInterface {
  readonly name = 'RememberVerifierKey1795744800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notary.log ADD COLUMN verifier_key text COLLATE "C",
        ADD CHECK ((signed_size > 0) = (signed_at IS NOT NULL)),
        ADD CHECK (verifier_key IS NULL OR signed_size > 0)`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The keys that signed logs are not forgotten.'));
  }
}

/** What witnesses said against a log that somebody has looked at, and let the log go on. */
class RememberDismissed1795766400000 implements MigrationInterface {
  readonly name = 'RememberDismissed1795766400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notary.dismissed (
        tenant_id text COLLATE "C",
        witness text COLLATE "C",
        witness_size bigint,
        dismissed_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, witness, witness_size)
      )`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was said against logs is not forgotten.'));
  }
}

export const notaryMigrations = [
  CreateNotary1795740000000,
  RememberVerifierKey1795744800000,
  RememberDismissed1795766400000,
];

/** What the data source has to know besides the entities of others. */
export const notaryEntities: EntitySchema[] = [notarisedLogEntity, checkpointEntity];
