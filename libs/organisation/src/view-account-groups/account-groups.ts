import { citationOf, type AccountGroup, type PlainDate, type Projection } from '#libs/kernel';
import { chartOn } from '../account-groups/chart.js';
import type { AccountGroupsEvent } from '../account-groups/events.js';
import { accountGroupsStreamName } from '../account-groups/state.js';
import { streamKindOf, type OrganisationEvent } from '../municipality/organisation-event.js';
import { organisationContext } from '../municipality/state.js';

export interface AccountGroupsDoc {
  /** As recorded: what they add up to depends on the date. */
  readonly facts: readonly AccountGroupsEvent[];
  readonly revision: number;
}

/** There is one document, under this key. */
export const accountGroupsKey = 'accountGroups';

export const accountGroups: Projection<AccountGroupsDoc, OrganisationEvent> = {
  name: 'account-groups',
  version: 1,
  contexts: [organisationContext],
  keysOf: (event) => (streamKindOf(event) === 'accountGroups' ? [accountGroupsKey] : []),
  initial: () => ({ facts: [], revision: -1 }),
  evolve: (doc, event) => {
    if (event.type !== 'AccountGroupsDefined' && event.type !== 'AccountGroupRenamed') return doc;
    const { record, ...fact } = event;
    return { facts: [...doc.facts, fact], revision: record.revision };
  },
  index: () => ({ committee: null, year: null, sortKey: accountGroupsKey }),
  sources: () => [{ stream: accountGroupsStreamName }],
};

/** An account group with the accounts that belong to it. */
export interface MappedAccountGroup extends AccountGroup {
  readonly accounts: readonly { readonly from: string; readonly to: string }[];
}

/** The account groups as somebody reads them on a date. */
export interface AccountGroupsOn {
  readonly on: PlainDate;
  /** From when they hold; null for those that come ready. */
  readonly since: PlainDate | null;
  readonly groups: readonly MappedAccountGroup[];
  /** When they were changed and under which paragraph; ask as of a date for what held then. */
  readonly changes: readonly {
    readonly type: string;
    readonly effectiveOn: PlainDate;
    readonly citation: string | null;
  }[];
  readonly revision: number;
}

export function accountGroupsOn({ facts, revision }: AccountGroupsDoc, on: PlainDate): AccountGroupsOn {
  const { groups, ranges, since } = chartOn(facts, on);
  const accountsOf = (id: string) =>
    ranges.filter(({ accountGroup }) => accountGroup === id).map(({ from, to }) => ({ from, to }));
  return {
    on,
    since,
    groups: groups.map((group) => ({ ...group, accounts: accountsOf(group.id) })),
    changes: facts.map(({ type, basis }) => ({
      type,
      effectiveOn: basis.effectiveOn,
      citation: citationOf(basis),
    })),
    revision,
  };
}
