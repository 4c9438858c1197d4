import type { Actor, ErasedBy, Instant, ItemChange, ItemValue, PlainDate } from '#libs/kernel';

/** What a fact rests on, as it is known. All null and false where no paragraph is expected. */
export interface RestsOn {
  /** The paragraph, also where a later fact has said it; null where it is not known. */
  readonly citation: string | null;
  /** Whether a later fact said it (angiven i efterhand). */
  readonly isCitedLater: boolean;
  /** Why no paragraph was told when the fact was recorded. */
  readonly uncitedReason: string | null;
}

/** An event without what it says: where it stands, who recorded it when, from when it holds and on what ground. */
export interface EventAtItsPlace {
  readonly id: string;
  readonly type: string;
  /** By its whole name: `alingsas:budget-SN.2025`. */
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly effectiveOn: PlainDate;
  readonly restsOn: RestsOn;
}

/** An event in words: what happened, and what it changed from what to what. */
export interface ToldFact {
  readonly event: EventAtItsPlace;
  /** In Swedish, with a full stop; null where no view has words for it. */
  readonly sentence: string | null;
  /** None where it has been erased. */
  readonly changes: readonly ItemChange[];
  /** Where the event only says under which paragraph an earlier fact was decided: that fact. */
  readonly cites: Pick<ToldFact, 'event' | 'sentence'> | null;
  /** By what it was erased, where it was and that is known. */
  readonly erased: ErasedBy | null;
}

/** What one event did to one item. Null where that did not hold before, or holds no longer. */
export interface ItemStep extends Pick<ToldFact, 'event' | 'sentence'> {
  readonly from: ItemValue | null;
  readonly to: ItemValue | null;
}
