import { accept, addDays, firstObjection, reject, type Basis, type Decision, type Rule } from '#libs/kernel';
import type { CommitteeTerm } from '../contract/index.js';
import type { CommitteeEvent } from '../committee/events.js';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import type { CommitteeState } from '../committee/state.js';
import { committeeObjection } from '../committee/terms.js';

/** The committee answers for the activity from `basis.effectiveOn`. */
export interface TakeOverActivity {
  readonly committee: string;
  readonly activity: string;
  /** Who answered for it before; null where the activity is new. */
  readonly giving: { readonly committee: string; readonly terms: readonly CommitteeTerm[] } | null;
  readonly basis: Basis;
}

type TakeOverRule = Rule<TakeOverActivity, CommitteeState, CommitteeChangeRejection>;

const theCommitteeIsInForce: TakeOverRule = ({ committee, basis }, { terms }) =>
  committeeObjection(committee, terms, basis.effectiveOn);

const anotherCommitteeGivesIt: TakeOverRule = ({ committee, giving }) =>
  giving?.committee === committee ? { code: 'activity-from-itself', facts: { committee } } : null;

/** A committee that is dissolved may give its activities from the day after its last. */
const theGivingCommitteeExistedTheDayBefore: TakeOverRule = ({ giving, basis }) =>
  giving && committeeObjection(giving.committee, giving.terms, addDays(basis.effectiveOn, -1));

const itIsTakenOverOnce: TakeOverRule = ({ committee, activity, giving, basis }, { activities }) => {
  const since = basis.effectiveOn;
  const from = giving?.committee ?? null;
  return activities.some(
    (held) => held.activity === activity && held.fromCommittee === from && held.since === since,
  )
    ? { code: 'activity-already-taken-over', facts: { committee, activity, since } }
    : null;
};

const rules = [
  theCommitteeIsInForce,
  anotherCommitteeGivesIt,
  theGivingCommitteeExistedTheDayBefore,
  itIsTakenOverOnce,
];

export function takeOverActivity(
  command: TakeOverActivity,
  state: CommitteeState,
): Decision<CommitteeEvent, CommitteeChangeRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { committee, activity, giving, basis } = command;
  const data = { committee, activity, fromCommittee: giving?.committee ?? null };
  return accept([{ type: 'ActivityTakenOver', data, basis }]);
}
