import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './app-role.js';

/**
 * One dense log per municipality, whose positions are handed out under the row lock of its head. Beside the two JSON
 * texts, an event's row has what filters ask for. They are json and not jsonb, which would change numbers and the order
 * of keys and refuse U+0000. Every index costs each append: the one on citations answers what rests on a paragraph; the
 * other conditions are met by reading a stream or the log.
 */
const tables = `
  CREATE SCHEMA event_store;

  CREATE TABLE event_store.log_head (
    tenant_id text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL CHECK (position > 0),
    recorded_at timestamptz(3) NOT NULL
  ) WITH (fillfactor = 50);

  CREATE TABLE event_store.event (
    tenant_id text COLLATE "C",
    position bigint,
    stream text COLLATE "C" NOT NULL,
    revision int NOT NULL,
    id uuid NOT NULL,
    type text COLLATE "C" NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    effective_on date NOT NULL,
    actor_id text COLLATE "C" NOT NULL,
    command_id uuid NOT NULL,
    citation text COLLATE "C",
    data json NOT NULL,
    metadata json NOT NULL,
    PRIMARY KEY (tenant_id, position),
    UNIQUE (tenant_id, stream, revision),
    UNIQUE (tenant_id, id)
  );

  CREATE INDEX event_citation ON event_store.event (tenant_id, citation, position) WHERE citation IS NOT NULL;`;

/** Holds against the tables' owner, and also where triggers are off for replication. */
const denials = `
  CREATE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Events are never changed: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
  END $$;

  CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.event
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
  ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER events_are_never_changed;`;

/**
 * Roles belong to the whole server: another database's migration may be creating the role at the same time, and this
 * one may not be allowed to. The store works without it, and tells that it could change events.
 */
const role = `
  DO $$
  BEGIN
    CREATE ROLE ${appRole} NOLOGIN;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN RAISE WARNING 'The role ${appRole} cannot be created: %', SQLERRM;
  END $$;

  DO $$
  BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      EXECUTE format('GRANT ${appRole} TO %I', current_user);
    END IF;
  EXCEPTION
    WHEN OTHERS THEN RAISE WARNING 'The role ${appRole} cannot be granted to %: %', current_user, SQLERRM;
  END $$;

  DO $$
  BEGIN
    IF to_regrole('${appRole}') IS NOT NULL THEN
      GRANT USAGE ON SCHEMA event_store TO ${appRole};
      GRANT SELECT, INSERT ON event_store.event TO ${appRole};
      GRANT SELECT, INSERT, UPDATE ON event_store.log_head TO ${appRole};
    END IF;
  END $$;`;

export class CreateEventLog1795305600000 implements MigrationInterface {
  readonly name = 'CreateEventLog1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(denials);
    await runner.query(role);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A log is not taken back by a migration.'));
  }
}
