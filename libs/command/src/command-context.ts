import type { Actor } from '#libs/kernel';

/** What every command carries beside its own words: for which municipality, by whom, under which conditions. */
export interface CommandContext {
  readonly tenant: string;
  readonly actor: Actor;
  /** UUID. Derived from the idempotency key where one was given, so that a retry is the same command. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** From `If-Match`: the revision that the sender last saw; -1 where it saw no stream. */
  readonly expectedRevision: number | null;
  /** SHA-256 (hex) of method, path and body where an idempotency key was given, otherwise null. */
  readonly requestHash: string | null;
}
