import { wordsItem, type Item, type Teller } from '#libs/kernel';
import { chartOn } from '../account-groups/chart.js';
import type { OrganisationEvent } from '../municipality/organisation-event.js';
import { accountGroups, type AccountGroupsDoc } from './account-groups.js';

/** Says what became of the municipality's account groups. */
export const accountGroupsTeller: Teller<AccountGroupsDoc, OrganisationEvent> = {
  projection: accountGroups,
  tell: (event, before) => {
    if (event.type === 'AccountGroupsDefined') {
      return `Kommunens ${event.data.groups.length} kontogrupper bestämdes`;
    }
    if (event.type !== 'AccountGroupRenamed') return null;
    const { id, name } = event.data;
    const former = latestGroups(before).find((group) => group.id === id);
    return `Kontogruppen ${former?.name ?? id} bytte namn till ${name}`;
  },
  itemsOf: accountGroupItems,
};

/** As they stand when everything that is recorded holds; those that come ready are no fact of the municipality. */
function latestGroups({ facts }: AccountGroupsDoc) {
  const last = facts.map(({ basis }) => basis.effectiveOn).reduce((a, b) => (a > b ? a : b), '');
  return chartOn(facts, last).groups;
}

function accountGroupItems(doc: AccountGroupsDoc): readonly Item[] {
  if (doc.facts.length === 0) return [];
  const place = { path: 'account-groups', label: 'kontogrupp' };
  return latestGroups(doc).map(({ id, name }) => wordsItem(place, id, id, name));
}
