import { accept, addDays, reject, type Basis, type Decision, type PlainDate } from '#libs/kernel';
import type { CommitteeEvent } from '../committee/events.js';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import type { CommitteeState } from '../committee/state.js';
import { termBegunBy } from '../committee/terms.js';

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
  const [first] = terms;
  if (!first) return reject({ code: 'committee-unknown', facts: { committee } });
  const term = termBegunBy(terms, lastDay);
  if (!term)
    return reject({ code: 'term-ends-before-it-begins', facts: { committee, from: first.from, lastDay } });
  if (term.to === lastDay)
    return reject({ code: 'committee-already-dissolved', facts: { committee, lastDay } });
  const after = (day: PlainDate): Basis => ({ ...basis, effectiveOn: addDays(day, 1) });
  const dissolved: CommitteeEvent = { type: 'CommitteeDissolved', data: { lastDay }, basis: after(lastDay) };
  if (term.to === null) return accept([dissolved]);
  return accept([
    { type: 'CommitteeDissolutionRevoked', data: { lastDay: term.to }, basis: after(term.to) },
    dissolved,
  ]);
}
