import { fail } from './failure.js';
import type { LogSoFar } from './log-so-far.js';
import { named, type LoggedEvent } from './logged-event.js';

/** Nothing of another municipality stands in the log, and the committee named is the one that the stream is of. */
export function belongsToTheMunicipality(event: LoggedEvent, { municipality }: LogSoFar): void {
  const { stream, committee } = event.envelope;
  if (!stream.startsWith(`${municipality}:`)) {
    fail('event-of-another-municipality', { ...named(event), municipality });
  }
  if (committee !== committeeOf(stream)) fail('committee-not-of-the-stream', { ...named(event), committee });
}

/** `alingsas:budget-SN.2025` is of SN, `alingsas:organisation.municipality` of no committee. */
function committeeOf(stream: string): string | null {
  const [context = ''] = stream.slice(stream.indexOf(':') + 1).split('.', 1);
  const dash = context.indexOf('-');
  return dash < 0 ? null : context.slice(dash + 1);
}
