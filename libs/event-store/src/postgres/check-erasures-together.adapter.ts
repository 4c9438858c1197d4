import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be changed is what was before: contents and salts may become null where a recorded decision names the
 * event. Judged once for all rows of a statement, since a decision may name a thousand events, and row by row each of
 * them would take every decision apart.
 */
const check = `
  CREATE OR REPLACE FUNCTION event_store.allow_erasure_alone() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM changed WHERE content IS NOT NULL OR salt IS NOT NULL)
      OR EXISTS (
        SELECT to_jsonb(changed) - 'content' - 'salt' FROM changed
        EXCEPT ALL SELECT to_jsonb(former) - 'content' - 'salt' FROM former
      )
      OR EXISTS (
        SELECT tenant_id, id::text FROM changed
        EXCEPT SELECT decision.tenant_id, named ->> 'id'
        FROM event_store.event AS decision,
          jsonb_array_elements(decision.content::jsonb -> 'data' -> 'events') AS named
        WHERE decision.tenant_id IN (SELECT tenant_id FROM changed)
          AND decision.stream = 'audit.erasures' AND decision.type = 'EventsErased'
      )
    THEN
      RAISE EXCEPTION 'Events are never changed: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
  END $$;

  DROP TRIGGER events_are_only_erased ON event_store.event;
  CREATE TRIGGER events_are_only_erased AFTER UPDATE ON event_store.event
    REFERENCING OLD TABLE AS former NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.allow_erasure_alone();
  ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER events_are_only_erased;`;

export class CheckErasuresTogether1795820400000 implements MigrationInterface {
  readonly name = 'CheckErasuresTogether1795820400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(check);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A log is not taken back by a migration.'));
  }
}
