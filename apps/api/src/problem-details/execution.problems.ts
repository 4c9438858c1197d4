import type { ExecutionRejection } from '#libs/command';
import type { ProblemTable } from '#libs/http';

/** Refusals that any command can meet beside its own rules. */
export const executionProblems: ProblemTable<ExecutionRejection> = {
  'stale-revision': {
    status: 412,
    title: 'Något har registrerats sedan dess',
    detail: ({ expectedRevision, actualRevision }) =>
      `If-Match anger revision ${expectedRevision}, men den senaste är ${actualRevision}. Läs om, och försök igen med den.`,
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Nyckeln är redan använd',
    detail: () =>
      'Samma Idempotency-Key har använts för en annan begäran. Välj en ny nyckel, eller upprepa den första begäran oförändrad.',
  },
  'command-still-running': {
    status: 409,
    title: 'Begäran behandlas redan',
    detail: () => 'En begäran med samma Idempotency-Key behandlas just nu. Försök igen om en stund.',
  },
  'too-many-concurrent-changes': {
    status: 409,
    title: 'För många ändrar samtidigt',
    detail: ({ attempts }) =>
      `Andra hann före vid vart och ett av ${attempts} försök. Inget har registrerats. Försök igen om en stund.`,
  },
};
