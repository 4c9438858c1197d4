import type { Foundations } from '#libs/kernel';
import { chartOn } from './chart.js';
import type { AccountGroupsEvent } from './events.js';
import { accountGroupsStream, type AccountGroupsState } from './state.js';

/** A new name builds on the group that it is given to. */
export const accountGroupsFoundations: Foundations<AccountGroupsState, AccountGroupsEvent> = {
  definition: accountGroupsStream,
  key: 'accountGroups',
  isFounded,
};

function isFounded({ facts }: AccountGroupsState, event: AccountGroupsEvent): boolean {
  if (event.type === 'AccountGroupsDefined') return true;
  return chartOn(facts, event.basis.effectiveOn).groups.some(({ id }) => id === event.data.id);
}
