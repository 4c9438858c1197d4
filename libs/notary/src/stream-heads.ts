import { AlarmError } from './alarm.js';
import type { PageEvent } from './page-events.js';

/** The last notarised event of a stream. */
export interface StreamHead {
  readonly stream: string;
  readonly revision: number;
  /** SHA-256 (hex) of its envelope. */
  readonly hash: string;
}

/**
 * The streams of a page after it. `heads` has those that are known from before. Throws {@link AlarmError} at the
 * first event that does not continue its stream.
 */
export function continuedStreams(
  events: readonly PageEvent[],
  heads: readonly StreamHead[],
): readonly StreamHead[] {
  const continued = new Map<string, StreamHead>();
  const known = new Map(heads.map((head) => [head.stream, head]));
  for (const event of events) {
    const { stream, revision, hash } = event;
    assertContinues(event, continued.get(stream) ?? known.get(stream));
    continued.set(stream, { stream, revision, hash });
  }
  return [...continued.values()];
}

function assertContinues(event: PageEvent, head: StreamHead | undefined): void {
  const expectedRevision = head ? head.revision + 1 : 0;
  const expectedPrev = head?.hash ?? null;
  const { index, position, stream, revision, prev } = event;
  if (revision === expectedRevision && prev === expectedPrev) return;
  const facts = { index, position, stream, revision, expectedRevision, prev, expectedPrev };
  throw new AlarmError({ code: 'stream-broken', facts });
}
