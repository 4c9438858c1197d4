import { erasureStream, erasureType, type Erasure } from '../bundle/erasure-line.js';
import { fail, type NamedEvent } from './failure.js';
import { erasedEventsOf, type ErasedEvent } from './erased-events.js';
import type { LogSoFar } from './log-so-far.js';
import { named, type LoggedEvent } from './logged-event.js';

/**
 * Nothing is destroyed without a decision: an event whose content is gone is named by an event `EventsErased` behind
 * it in the log, which rests on a decision, and says of the event what its envelope says.
 */
export class ErasuresRestOnDecisions {
  /** Events that were decided to be erased and still have their content. */
  readonly notCarriedOut: NamedEvent[] = [];
  private readonly decisions: Omit<Erasure, 'event'>[] = [];
  /** Of every erasure: the place of the event, and which of the decisions it is. */
  private readonly erasures: { readonly place: number; readonly decision: number }[] = [];

  constructor(private readonly log: LogSoFar) {}

  /** Takes in the next event once the log has it. */
  take(event: LoggedEvent): void {
    const { stream, type, id, decision, effectiveOn } = event.envelope;
    if (type !== erasureType || stream !== `${this.log.municipality}:${erasureStream}`) return;
    if (decision === null) return fail('erasure-rests-on-nothing', named(event));
    // What an erased decision named cannot be told any more, so it decides nothing.
    if (event.content === null) return;
    this.decisions.push({ erasedBy: id, decision, effectiveOn });
    for (const erased of erasedEventsOf(event)) this.erase(erased, event);
  }

  /** After the last event. */
  everyErasedEventIsNamed(): void {
    const unnamed = this.log.firstErasedUnnamed();
    if (unnamed) fail('erased-without-decision', unnamed);
  }

  /** What was decided, in the order of the decisions and of the events in each. */
  *all(): Generator<Erasure, void, void> {
    for (const { place, decision } of this.erasures) {
      const by = this.decisions[decision];
      if (by) yield { event: this.log.nameAt(place).id, ...by };
    }
  }

  private erase({ id, stream, revision, type }: ErasedEvent, event: LoggedEvent): void {
    const place = this.log.placeOf(id);
    const found = place === null ? null : this.log.nameAt(place);
    const isIt = found?.stream === stream && found.revision === revision;
    if (!isIt || !this.log.isOfType(found.place, type)) {
      return fail('erasure-names-no-event', { ...named(event), named: id });
    }
    this.log.nameErased(found.place);
    this.erasures.push({ place: found.place, decision: this.decisions.length - 1 });
    if (!this.log.isErased(found.place)) this.notCarriedOut.push(found);
  }
}
