import { defaultAccountGroups } from '#libs/kernel';
import { defaultAccountRanges } from './chart.js';
import type { AccountGroupRenamed, AccountGroupsDefined, AccountGroupsEvent } from './events.js';

export const accountGroupsDefined: AccountGroupsDefined = {
  type: 'AccountGroupsDefined',
  data: {
    groups: [...defaultAccountGroups, { id: 'depreciation', name: 'Avskrivningar', kind: 'cost' }],
    ranges: [
      ...defaultAccountRanges.filter(({ from }) => from !== '61'),
      { from: '61', to: '78', accountGroup: 'otherCosts' },
      { from: '79', to: '79', accountGroup: 'depreciation' },
    ],
  },
  basis: { kind: 'report', effectiveOn: '2024-01-01' },
};

export const accountGroupRenamed: AccountGroupRenamed = {
  type: 'AccountGroupRenamed',
  data: { id: 'purchasedServices', name: 'Köp av verksamhet' },
  basis: { kind: 'decision', citation: 'KF 2024-11-06, § 149', effectiveOn: '2025-01-01' },
};

/** One of every type, as it is stored. */
export const accountGroupsSamples: readonly AccountGroupsEvent[] = [
  accountGroupsDefined,
  accountGroupRenamed,
];
