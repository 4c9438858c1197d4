import { defaultAccountGroups, unknownEvent, type AccountGroup, type PlainDate } from '#libs/kernel';
import type { AccountRange } from '../contract/index.js';
import type { AccountGroupsEvent } from './events.js';

/** The account groups that hold on a date. */
export interface AccountGroupChart {
  readonly groups: readonly AccountGroup[];
  readonly ranges: readonly AccountRange[];
  /** From when; null for what holds until the municipality says something else. */
  readonly since: PlainDate | null;
}

/**
 * The mapping that comes ready, over the chart of accounts Kommun-Bas: income in class 3, labour in class 5, bought
 * activity in 46, rents of premises in 60, financial items in 84 and 85, other costs in the rest of classes 4, 6 and
 * 7. Taxes and general grants (80 to 83) belong to the municipality as a whole and to no committee's group.
 */
export const defaultAccountRanges: readonly AccountRange[] = [
  { from: '30', to: '39', accountGroup: 'revenue' },
  { from: '40', to: '45', accountGroup: 'otherCosts' },
  { from: '46', to: '46', accountGroup: 'purchasedServices' },
  { from: '47', to: '49', accountGroup: 'otherCosts' },
  { from: '50', to: '59', accountGroup: 'staffCosts' },
  { from: '60', to: '60', accountGroup: 'premisesRent' },
  { from: '61', to: '79', accountGroup: 'otherCosts' },
  { from: '84', to: '85', accountGroup: 'netFinancialItems' },
];

export const defaultChart: AccountGroupChart = {
  groups: defaultAccountGroups,
  ranges: defaultAccountRanges,
  since: null,
};

/** What the facts add up to on a date, in the order of the dates from which they hold. */
export function chartOn(facts: readonly AccountGroupsEvent[], on: PlainDate): AccountGroupChart {
  return facts
    .filter(({ basis }) => basis.effectiveOn <= on)
    .toSorted((a, b) => compare(a.basis.effectiveOn, b.basis.effectiveOn))
    .reduce(changed, defaultChart);
}

function changed(chart: AccountGroupChart, event: AccountGroupsEvent): AccountGroupChart {
  const since = event.basis.effectiveOn;
  switch (event.type) {
    case 'AccountGroupsDefined':
      return { groups: event.data.groups, ranges: event.data.ranges, since };
    case 'AccountGroupRenamed': {
      const { id, name } = event.data;
      const groups = chart.groups.map((group) => (group.id === id ? { ...group, name } : group));
      return { ...chart, groups, since };
    }
    default:
      return unknownEvent(event);
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
