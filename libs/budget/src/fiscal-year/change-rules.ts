import { sumOre, type AccountGroup, type AccountGroupKind, type Ore, type Precision } from '#libs/kernel';
import type { BudgetState, RecordedChange } from '../contract/index.js';
import { everyAccountGroupIsKnown, everyAccountGroupStandsOnce, everyAmountFits } from './line-rules.js';
import type { BudgetRejection } from './rejections.js';
import type { BudgetCommand } from './rules.js';

/** A change of a line, with the line's sign: −100 000 on a cost group budgets 1 tkr more cost. */
export interface LineChange {
  readonly accountGroup: string;
  readonly changeOre: Ore;
}

/** A command that changes lines. */
export interface ChangeLines extends BudgetCommand {
  readonly precision: Precision;
  readonly changes: readonly LineChange[];
  /** The municipality's account groups on the date from which the change holds. */
  readonly accountGroups: readonly AccountGroup[];
}

export function everyChangedGroupIsKnown(command: ChangeLines, state: BudgetState): BudgetRejection | null {
  return everyAccountGroupIsKnown(command.year, command.changes, knownGroups(command, state));
}

export function everyGroupChangesOnce({ year, changes }: ChangeLines): BudgetRejection | null {
  return everyAccountGroupStandsOnce(year, changes);
}

export function everyChangeFitsThePrecision({ changes, precision }: ChangeLines): BudgetRejection | null {
  return everyAmountFits(
    changes.map((change) => [change.accountGroup, change.changeOre] as const),
    precision,
  );
}

export function everyChangeChangesSomething({ changes }: ChangeLines): BudgetRejection | null {
  const idle = changes.find((change) => change.changeOre === 0);
  return idle ? { code: 'change-of-nothing', facts: { accountGroup: idle.accountGroup } } : null;
}

export function onlyIncomeAndCostsChange(command: ChangeLines, state: BudgetState): BudgetRejection | null {
  const allowedKinds: readonly AccountGroupKind[] = ['income', 'cost'];
  const other = recordedChanges(command, state).find(({ kind }) => !allowedKinds.includes(kind));
  if (!other) return null;
  const { accountGroup, kind } = other;
  return { code: 'account-group-kind-not-allowed', facts: { accountGroup, kind, allowedKinds } };
}

/** What changes that only move money sum to: zero, or else an objection is due. */
export function sumOfChanges({ changes }: ChangeLines): Ore {
  return sumOre(changes.map((change) => change.changeOre));
}

/** The rules that all changes of lines keep, in the order in which they are read. */
export const rulesOfChanges = [
  everyChangedGroupIsKnown,
  everyGroupChangesOnce,
  everyChangeChangesSomething,
  everyChangeFitsThePrecision,
] as const;

/** The changes as they are recorded: with the name and the kind of their account groups. */
export function recordedChanges(command: ChangeLines, state: BudgetState): readonly RecordedChange[] {
  const groups = new Map(knownGroups(command, state).map((group) => [group.id, group]));
  return command.changes.flatMap(({ accountGroup, changeOre }) => {
    const group = groups.get(accountGroup);
    return group ? [{ accountGroup, name: group.name, kind: group.kind, changeOre }] : [];
  });
}

/** The budget's own lines keep the kind with which they were adopted; others have the register's. */
function knownGroups({ accountGroups }: ChangeLines, { figures }: BudgetState): readonly AccountGroup[] {
  const ofLines = (figures?.lines ?? []).map(({ accountGroup, name, kind }) => ({
    id: accountGroup,
    name,
    kind,
  }));
  const inLines = new Set(ofLines.map((group) => group.id));
  return [...ofLines, ...accountGroups.filter((group) => !inLines.has(group.id))];
}
