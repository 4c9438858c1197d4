import {
  accept,
  firstObjection,
  reject,
  type AccountGroup,
  type Basis,
  type Decision,
  type Rule,
} from '#libs/kernel';
import type { AccountGroupsEvent } from '../account-groups/events.js';
import type { AccountGroupsRejection } from '../account-groups/rejections.js';
import { isEmptyRange, rangesOverlap, type AccountRange } from '../contract/index.js';

/** These are the account groups and their accounts from `basis.effectiveOn`; they replace all that held before. */
export interface DefineAccountGroups {
  readonly groups: readonly AccountGroup[];
  readonly ranges: readonly AccountRange[];
  readonly basis: Basis;
}

type DefineRule = Rule<DefineAccountGroups, unknown, AccountGroupsRejection>;

const everyGroupIsDefinedOnce: DefineRule = ({ groups }) => {
  const twice = groups.find(({ id }, n) => groups.findIndex((group) => group.id === id) !== n);
  return twice ? { code: 'account-group-twice', facts: { accountGroup: twice.id } } : null;
};

const everyRangeBelongsToAGroup: DefineRule = ({ groups, ranges }) => {
  const accountGroups = groups.map(({ id }) => id);
  const range = ranges.find(({ accountGroup }) => !accountGroups.includes(accountGroup));
  return range ? { code: 'range-without-group', facts: { range, accountGroups } } : null;
};

const everyRangeHasAccounts: DefineRule = ({ ranges }) => {
  const range = ranges.find(isEmptyRange);
  return range ? { code: 'range-empty', facts: { range } } : null;
};

const noAccountBelongsToTwoRanges: DefineRule = ({ ranges }) => {
  for (const [n, first] of ranges.entries()) {
    const second = ranges.slice(n + 1).find((other) => rangesOverlap(first, other));
    if (second) return { code: 'ranges-overlap', facts: { first, second } };
  }
  return null;
};

const rules = [
  everyGroupIsDefinedOnce,
  everyRangeBelongsToAGroup,
  everyRangeHasAccounts,
  noAccountBelongsToTwoRanges,
];

export function defineAccountGroups(
  command: DefineAccountGroups,
  state: unknown,
): Decision<AccountGroupsEvent, AccountGroupsRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { groups, ranges, basis } = command;
  return accept([{ type: 'AccountGroupsDefined', data: { groups, ranges }, basis }]);
}
