import {
  accept,
  addDays,
  firstObjection,
  reject,
  type Basis,
  type Decision,
  type PlainDate,
  type Rule,
} from '#libs/kernel';
import type { CommitteeEvent } from '../committee/events.js';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import type { CommitteeState } from '../committee/state.js';
import { termsMeet } from '../committee/terms.js';

/** The committee exists from `basis.effectiveOn` to the end of `lastDay`; null: until something else is recorded. */
export interface EstablishCommittee {
  readonly code: string;
  readonly name: string;
  readonly lastDay: PlainDate | null;
  readonly basis: Basis;
}

type EstablishRule = Rule<EstablishCommittee, CommitteeState, CommitteeChangeRejection>;

const theTermEndsAfterItBegins: EstablishRule = ({ code, lastDay, basis: { effectiveOn: from } }) =>
  lastDay !== null && lastDay < from
    ? { code: 'term-ends-before-it-begins', facts: { committee: code, from, lastDay } }
    : null;

const theTermMeetsNoOther: EstablishRule = ({ code, lastDay, basis }, { terms }) => {
  const term = terms.find((other) => termsMeet({ from: basis.effectiveOn, to: lastDay }, other));
  return term ? { code: 'committee-already-established', facts: { committee: code, term } } : null;
};

const rules = [theTermEndsAfterItBegins, theTermMeetsNoOther];

/** A committee may exist anew after it was dissolved, and an earlier time of it may be recorded afterwards. */
export function establishCommittee(
  command: EstablishCommittee,
  state: CommitteeState,
): Decision<CommitteeEvent, CommitteeChangeRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { code, name, lastDay, basis } = command;
  const established: CommitteeEvent = { type: 'CommitteeEstablished', data: { code, name }, basis };
  if (lastDay === null) return accept([established]);
  const afterwards = { ...basis, effectiveOn: addDays(lastDay, 1) };
  return accept([established, { type: 'CommitteeDissolved', data: { lastDay }, basis: afterwards }]);
}
