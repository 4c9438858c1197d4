import {
  citationOf,
  isFactCited,
  tellErased,
  tellEvents,
  withFullStop,
  type Recorded,
  type ToldEvent,
} from '#libs/kernel';
import type { LoggedEvent } from '../log/logged-event.js';
import type { EventAtItsPlace, ItemStep, ToldFact } from './told-fact.js';
import type { ToldLog } from './told-log.js';

/** The events of the log in words, in its order. */
export function tellFacts({ tellers, events, isAsked }: ToldLog): readonly ToldFact[] {
  const later = laterCitations(events);
  const told = tellEvents(tellers, events).map((fact, n) => withGround(fact, events[n], later));
  const byPlace = new Map(told.map((fact) => [placeOf(fact.event.stream, fact.event.revision), fact]));
  return events.flatMap((logged, n) => {
    const fact = told[n];
    if (!fact || !isAsked(logged)) return [];
    const cited = byPlace.get(citedPlace(logged) ?? '');
    return [cited ? { ...fact, cites: { event: cited.event, sentence: cited.sentence } } : fact];
  });
}

/** What the facts did to one item, one after the other. */
export function stepsOf(path: string, facts: readonly ToldFact[]): readonly ItemStep[] {
  return facts.flatMap(({ event, sentence, changes }) =>
    changes.filter((change) => change.path === path).map(({ from, to }) => ({ event, sentence, from, to })),
  );
}

/** The paragraphs that facts have said of earlier ones, by the places of those. */
type LaterCitations = ReadonlyMap<string, string | null>;

function laterCitations(events: readonly LoggedEvent[]): LaterCitations {
  return new Map(
    events.flatMap((event) => {
      const cited = citedPlace(event);
      return cited === null ? [] : [[cited, citationOf(event.basis)]];
    }),
  );
}

function citedPlace(event: LoggedEvent | undefined): string | null {
  if (!event || event.record.erased || !isFactCited(event)) return null;
  return placeOf(event.record.stream, event.data.revision);
}

function placeOf(stream: string, revision: number): string {
  return `${stream} ${revision}`;
}

function withGround(
  { event, sentence, changes }: ToldEvent,
  logged: LoggedEvent | undefined,
  later: LaterCitations,
): ToldFact {
  const told = { event: atItsPlace(event, later), changes, cites: null };
  if (event.record.erased) {
    const erased = logged?.erased ?? null;
    return { ...told, sentence: tellErased(erased ?? { citation: null }), erased };
  }
  return { ...told, sentence: sentence === null ? null : withFullStop(sentence), erased: null };
}

function atItsPlace({ type, basis, record }: Recorded, later: LaterCitations): EventAtItsPlace {
  const { id, stream, revision, position, actor, recordedAt } = record;
  const saidLater = later.get(placeOf(stream, revision)) ?? null;
  const restsOn = {
    citation: citationOf(basis) ?? saidLater,
    isCitedLater: saidLater !== null,
    uncitedReason: basis.kind === 'uncited' ? basis.reason : null,
  };
  return {
    id,
    type,
    stream,
    revision,
    position,
    actor,
    recordedAt,
    effectiveOn: basis.effectiveOn,
    restsOn,
  };
}
