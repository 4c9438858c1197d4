import { buildingOn, unfounded } from '#libs/kernel/testing';
import type { AccountGroupsEvent } from './events.js';
import { accountGroupRenamed, accountGroupsDefined, accountGroupsSamples } from './fixtures.js';
import { accountGroupsFoundations } from './foundations.js';

const ownGroupRenamed: AccountGroupsEvent = {
  ...accountGroupRenamed,
  data: { id: 'depreciation', name: 'Av- och nedskrivningar' },
};

describe('the facts about account groups', () => {
  it('all have something to build on', () => {
    expect(unfounded(accountGroupsFoundations, [...accountGroupsSamples, ownGroupRenamed])).toEqual([]);
  });

  it('build on the group that they name, unless it comes ready', () => {
    expect(buildingOn(accountGroupsFoundations, [accountGroupsDefined, accountGroupRenamed])).toEqual({});
    expect(buildingOn(accountGroupsFoundations, [accountGroupsDefined, ownGroupRenamed])).toEqual({ 0: 1 });
  });
});
