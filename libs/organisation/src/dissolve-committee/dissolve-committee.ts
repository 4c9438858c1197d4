import { accept, addDays, reject, type Basis, type Decision, type PlainDate } from '#libs/kernel';
import type { CommitteeEvent } from '../committee/events.js';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import type { CommitteeState } from '../committee/state.js';
import { termBegunBy } from '../committee/terms.js';
import type { CommitteeTerm } from '../contract/index.js';

/**
 * The committee exists to the end of `lastDay`. Where another last day is recorded already, this one takes its place.
 * The facts take effect on the day after the last day, whatever date the basis carries.
 */
export interface DissolveCommittee {
  readonly committee: string;
  readonly lastDay: PlainDate;
  readonly basis: Basis;
}

export function dissolveCommittee(
  { committee, lastDay, basis }: DissolveCommittee,
  { terms }: CommitteeState,
): Decision<CommitteeEvent, CommitteeChangeRejection> {
  const objection = objectionTo(committee, terms, lastDay);
  if (objection) return reject(objection);
  const until = termBegunBy(terms, lastDay)?.to ?? null;
  const after = (day: PlainDate): Basis => ({ ...basis, effectiveOn: addDays(day, 1) });
  const dissolved: CommitteeEvent = { type: 'CommitteeDissolved', data: { lastDay }, basis: after(lastDay) };
  if (until === null) return accept([dissolved]);
  return accept([
    { type: 'CommitteeDissolutionRevoked', data: { lastDay: until }, basis: after(until) },
    dissolved,
  ]);
}

function objectionTo(
  committee: string,
  terms: readonly CommitteeTerm[],
  lastDay: PlainDate,
): CommitteeChangeRejection | null {
  const [first] = terms;
  if (!first) return { code: 'committee-unknown', facts: { committee } };
  if (lastDay < first.from) {
    return { code: 'term-ends-before-it-begins', facts: { committee, from: first.from, lastDay } };
  }
  if (termBegunBy(terms, lastDay)?.to !== lastDay) return null;
  return { code: 'committee-already-dissolved', facts: { committee, lastDay } };
}
