import type { NamedEvent } from '#libs/event-store';
import {
  accept,
  firstObjection,
  reject,
  type Basis,
  type Decision,
  type Recorded,
  type Rule,
} from '#libs/kernel';
import { erasureType } from '#libs/event-store';
import type { EventsErased } from '../erasures/events.js';
import type { ErasureRejection, ErasureWarning } from '../erasures/rejections.js';
import type { ErasuresState } from '../erasures/state.js';

/** An event that is to be erased, as the log has it. */
export interface Candidate {
  readonly event: Recorded;
  /** Whether other streams build on it. */
  readonly isKept: boolean;
  /** The paragraph that it enters into the register of decisions. */
  readonly registers: string | null;
}

/** Erases events by a decision: what they say is destroyed, that they were recorded is not. */
export interface EraseEvents {
  readonly basis: Basis & { readonly kind: 'decision' };
  readonly reason: string;
  readonly candidates: readonly Candidate[];
  /** Those of the named ids that the municipality's log has no event with. */
  readonly unknownIds: readonly string[];
  /** What came of trying to fold the history without them: the first event that no longer can be taken in. */
  readonly broken: BrokenHistory | null;
  /** The paragraphs that leave the register, and how many other events rest on each. */
  readonly cited: readonly { readonly citation: string; readonly citedBy: number }[];
}

export interface BrokenHistory {
  readonly event: Recorded;
  /** The read model that cannot take it in; null where it has nothing to build on in its own stream. */
  readonly readModel: string | null;
}

type ErasureRule = Rule<EraseEvents, ErasuresState, ErasureRejection>;

/** More than these are usually named by mistake. */
const many = 100;

const everyEventIsInTheLog: ErasureRule = ({ unknownIds }) =>
  unknownIds.length === 0 ? null : { code: 'erased-events-unknown', facts: { eventIds: unknownIds } };

const noneIsErasedAlready: ErasureRule = ({ candidates }, { decided }) => {
  for (const { event } of candidates) {
    const earlier = decided.get(event.record.id);
    if (earlier) return { code: 'event-already-erased', facts: { eventId: event.record.id, ...earlier } };
  }
  return null;
};

/** Otherwise nobody could tell by what others were erased. */
const noneErasesOthers: ErasureRule = ({ candidates }) => {
  const erasing = candidates.find(({ event }) => event.type === erasureType);
  return erasing ? { code: 'erasing-decision-kept', facts: { eventId: erasing.event.record.id } } : null;
};

const noneIsKept: ErasureRule = ({ candidates }) => {
  const kept = candidates.find(({ isKept }) => isKept);
  return kept ? { code: 'event-kept', facts: placeOf(kept.event) } : null;
};

const theDecisionStays: ErasureRule = ({ candidates, basis: { citation } }) => {
  const ground = candidates.find(({ registers }) => registers === citation);
  if (!ground) return null;
  return { code: 'erasure-of-its-own-ground', facts: { eventId: ground.event.record.id, citation } };
};

const theHistoryStillHolds: ErasureRule = ({ broken }) => {
  if (!broken) return null;
  const { event, readModel } = broken;
  return { code: 'erasure-breaks-history', facts: { ...placeOf(event), readModel } };
};

const rules = [
  everyEventIsInTheLog,
  noneIsErasedAlready,
  noneErasesOthers,
  noneIsKept,
  theDecisionStays,
  theHistoryStillHolds,
];

export function eraseEvents(
  command: EraseEvents,
  state: ErasuresState,
): Decision<EventsErased, ErasureRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { basis, reason, candidates } = command;
  const events: readonly NamedEvent[] = candidates.map(({ event: { type, record } }) => {
    const { id, stream, revision } = record;
    return { id, stream, revision, type };
  });
  return accept([{ type: erasureType, data: { events, reason }, basis }], warnings(command));
}

function warnings({ candidates, cited }: EraseEvents): readonly ErasureWarning[] {
  const manyErased: readonly ErasureWarning[] =
    candidates.length > many ? [{ code: 'many-events-erased', facts: { events: candidates.length } }] : [];
  const unregistered = cited.filter(({ citedBy }) => citedBy > 0);
  return [
    ...manyErased,
    ...unregistered.map((facts) => ({ code: 'cited-paragraph-erased', facts }) as const),
  ];
}

function placeOf({ type, record: { id: eventId, stream, revision } }: Recorded) {
  return { eventId, stream, revision, type };
}
