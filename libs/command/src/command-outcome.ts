import type { Instant, Rejection, Warning } from '#libs/kernel';

/** What became of a command. */
export type CommandOutcome<R extends Rejection = Rejection> =
  | {
      readonly outcome: 'recorded';
      /** `{municipality}:{context}-{committee}.{key}` */
      readonly stream: string;
      /** Revision and position of the last event recorded. */
      readonly revision: number;
      readonly position: string;
      readonly recordedAt: Instant;
      readonly eventIds: readonly string[];
      readonly warnings: readonly Warning[];
    }
  | { readonly outcome: 'refused'; readonly rejection: R | ExecutionRejection };

/** Why a command was refused before or beside its own rules. */
export type ExecutionRejection =
  | Rejection<'stale-revision', { readonly expectedRevision: number; readonly actualRevision: number }>
  | Rejection<'idempotency-key-reused', { readonly commandId: string }>
  | Rejection<'command-still-running', { readonly commandId: string }>
  | Rejection<'too-many-concurrent-changes', { readonly stream: string; readonly attempts: number }>;
