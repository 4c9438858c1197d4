import type { AccountGroup, DomainEvent } from '#libs/kernel';
import type { AccountRange } from '../contract/index.js';

/** All account groups of the municipality, in printed order, with the accounts that belong to each. */
export type AccountGroupsDefined = DomainEvent<
  'AccountGroupsDefined',
  { readonly groups: readonly AccountGroup[]; readonly ranges: readonly AccountRange[] }
>;

export type AccountGroupRenamed = DomainEvent<
  'AccountGroupRenamed',
  { readonly id: string; readonly name: string }
>;

export type AccountGroupsEvent = AccountGroupsDefined | AccountGroupRenamed;

export const schemaVersions = {
  AccountGroupsDefined: 1,
  AccountGroupRenamed: 1,
} as const satisfies Record<AccountGroupsEvent['type'], number>;
