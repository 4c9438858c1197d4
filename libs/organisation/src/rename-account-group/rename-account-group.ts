import { accept, reject, type Basis, type Decision } from '#libs/kernel';
import { chartOn } from '../account-groups/chart.js';
import type { AccountGroupsEvent } from '../account-groups/events.js';
import type { AccountGroupsRejection } from '../account-groups/rejections.js';
import type { AccountGroupsState } from '../account-groups/state.js';

/** The group is printed under another name from `basis.effectiveOn`; its id and accounts stay. */
export interface RenameAccountGroup {
  readonly id: string;
  readonly name: string;
  readonly basis: Basis;
}

export function renameAccountGroup(
  { id, name, basis }: RenameAccountGroup,
  { facts }: AccountGroupsState,
): Decision<AccountGroupsEvent, AccountGroupsRejection> {
  const on = basis.effectiveOn;
  const { groups } = chartOn(facts, on);
  const group = groups.find((defined) => defined.id === id);
  if (!group) {
    const accountGroups = groups.map((defined) => defined.id);
    return reject({ code: 'account-group-not-defined', facts: { accountGroup: id, on, accountGroups } });
  }
  if (group.name === name) return reject({ code: 'name-unchanged', facts: { name, on } });
  return accept([{ type: 'AccountGroupRenamed', data: { id, name }, basis }]);
}
