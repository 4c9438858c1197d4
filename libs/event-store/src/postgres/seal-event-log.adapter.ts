import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './app-role.js';
import { sealEarlierEvents } from './seal-earlier-events.adapter.js';

/**
 * An event's row has the two texts that prove it, and beside them what the database searches by. The texts are never
 * taken apart by the database, so that they stay what was hashed. Every index costs each append: the one on citations
 * answers what rests on a paragraph; the other conditions are met by reading a stream or the log.
 */
const table = `
  ALTER TABLE event_store.event RENAME TO unsealed_event;

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
    content text,
    salt text,
    envelope text NOT NULL,
    CHECK ((content IS NULL) = (salt IS NULL))
  );`;

/** Made once the rows are there, under names that the former table no longer has. */
const keys = `
  DROP TABLE event_store.unsealed_event;

  ALTER TABLE event_store.event
    ADD PRIMARY KEY (tenant_id, position),
    ADD UNIQUE (tenant_id, stream, revision),
    ADD UNIQUE (tenant_id, id);

  ALTER TABLE event_store.log_head ADD COLUMN last_event uuid;
  UPDATE event_store.log_head AS head SET last_event = (
    SELECT id FROM event_store.event WHERE tenant_id = head.tenant_id AND position = head.position
  );
  ALTER TABLE event_store.log_head ALTER COLUMN last_event SET NOT NULL;

  CREATE INDEX event_citation ON event_store.event (tenant_id, citation, position) WHERE citation IS NOT NULL;`;

/**
 * What was recorded is never changed: the triggers hold against the tables' owner, and also where triggers are off for
 * replication. One change alone is let through: contents and salts that a recorded decision erases may be destroyed.
 */
const denials = `
  CREATE FUNCTION event_store.allow_erasure_alone() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.content IS NULL AND NEW.salt IS NULL
      AND to_jsonb(NEW) - 'content' - 'salt' = to_jsonb(OLD) - 'content' - 'salt'
      AND EXISTS (
        SELECT FROM event_store.event AS decision
        WHERE decision.tenant_id = OLD.tenant_id AND decision.stream = 'audit.erasures'
          AND decision.type = 'EventsErased'
          AND decision.content::jsonb -> 'data' -> 'events' @> jsonb_build_array(jsonb_build_object('id', OLD.id))
      )
    THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Events are never changed: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
  END $$;

  CREATE TRIGGER events_are_never_changed BEFORE DELETE OR TRUNCATE ON event_store.event
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
  CREATE TRIGGER events_are_only_erased BEFORE UPDATE ON event_store.event
    FOR EACH ROW EXECUTE FUNCTION event_store.allow_erasure_alone();
  ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER events_are_never_changed;
  ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER events_are_only_erased;`;

const grants = `
  DO $$
  BEGIN
    IF to_regrole('${appRole}') IS NOT NULL THEN
      GRANT SELECT, INSERT, UPDATE (content, salt) ON event_store.event TO ${appRole};
    END IF;
  END $$;`;

/**
 * Seals the log: every event gets its envelope. What an earlier version has recorded is sealed as it stands, and says
 * when that was done: it is proved from then on, and no earlier.
 */
export class SealEventLog1795651200000 implements MigrationInterface {
  readonly name = 'SealEventLog1795651200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await sealEarlierEvents(runner);
    await runner.query(keys);
    await runner.query(denials);
    await runner.query(grants);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A log is not taken back by a migration.'));
  }
}
