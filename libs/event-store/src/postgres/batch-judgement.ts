import type { EncodedAppend } from '../encoded-append.js';
import type { EncodedEvent } from '../encoded-event.js';
import { judgeAppend, type KnownEvent, type Verdict } from '../judge-append.js';
import type { StreamEnd } from './remembered-log.js';

/** An event that the batch adds, and where in its stream it will stand. */
export interface AddedEvent extends EncodedEvent, KnownEvent {}

/** Where streams end; undefined where there is no such stream. */
export interface StreamEnds {
  get(stream: string): Pick<StreamEnd, 'revision'> | undefined;
}

export interface BatchJudgement {
  /** In the order in which the appends came. */
  readonly judged: readonly { readonly append: EncodedAppend; readonly verdict: Verdict }[];
  /** In log order. */
  readonly added: readonly AddedEvent[];
}

/**
 * Judges the appends of one municipality as if they came one after the other, so that one that loses costs the others
 * nothing. `streams` holds every stream, `recorded` what is known of the appends' event ids.
 */
export function judgeBatch(
  appends: readonly EncodedAppend[],
  streams: StreamEnds,
  recorded: ReadonlyMap<string, KnownEvent>,
): BatchJudgement {
  const known = new Map(recorded);
  const added: AddedEvent[] = [];
  const grown = new Map<string, number>();
  const judged = appends.map((append) => {
    const stream = append.stream.name;
    const last = grown.get(stream) ?? streams.get(stream)?.revision ?? -1;
    const verdict = judgeAppend(append, last, (id) => known.get(id));
    if (verdict.kind === 'appended') {
      const events = append.events.map((event, n) => ({ ...event, stream, revision: last + 1 + n }));
      for (const event of events) known.set(event.id, event);
      grown.set(stream, last + events.length);
      added.push(...events);
    }
    return { append, verdict };
  });
  return { judged, added };
}

export function hasConflict({ judged }: BatchJudgement): boolean {
  return judged.some(({ verdict }) => verdict.kind === 'conflict');
}
