import { accept, firstObjection, reject, type Basis, type Decision, type Rule } from '#libs/kernel';
import type { CommitteeEvent } from '../committee/events.js';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import type { CommitteeState } from '../committee/state.js';
import { committeeObjection } from '../committee/terms.js';
import { valueOn } from '../municipality/dated.js';

/** The committee has another name from `basis.effectiveOn`; its code stays. */
export interface RenameCommittee {
  readonly committee: string;
  readonly name: string;
  readonly basis: Basis;
}

type RenameRule = Rule<RenameCommittee, CommitteeState, CommitteeChangeRejection>;

const theCommitteeIsInForce: RenameRule = ({ committee, basis }, { terms }) =>
  committeeObjection(committee, terms, basis.effectiveOn);

const theNameIsAnother: RenameRule = ({ name, basis: { effectiveOn: on } }, { names }) =>
  valueOn(names, on) === name ? { code: 'name-unchanged', facts: { name, on } } : null;

const rules = [theCommitteeIsInForce, theNameIsAnother];

export function renameCommittee(
  command: RenameCommittee,
  state: CommitteeState,
): Decision<CommitteeEvent, CommitteeChangeRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  return accept([{ type: 'CommitteeRenamed', data: { name: command.name }, basis: command.basis }]);
}
