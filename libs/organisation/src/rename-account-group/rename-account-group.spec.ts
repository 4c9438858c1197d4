import { given } from '#libs/kernel/testing';
import { accountGroupRenamed } from '../account-groups/fixtures.js';
import { accountGroupsStream } from '../account-groups/state.js';
import { renameAccountGroup } from './rename-account-group.js';

const command = { ...accountGroupRenamed.data, basis: accountGroupRenamed.basis };

describe('renaming an account group', () => {
  it('is recorded, also where the groups are those that come ready', () => {
    given(accountGroupsStream).when(renameAccountGroup, command).thenRecorded(accountGroupRenamed);
  });

  it('to the name that it has is refused', () => {
    given(accountGroupsStream, [accountGroupRenamed])
      .when(renameAccountGroup, command)
      .thenRejected('name-unchanged', { name: 'Köp av verksamhet', on: '2025-01-01' });
  });

  it('that is not defined on the date is refused, with those that are', () => {
    given(accountGroupsStream)
      .when(renameAccountGroup, { ...command, id: 'depreciation' })
      .thenRejected('account-group-not-defined', {
        accountGroup: 'depreciation',
        on: '2025-01-01',
        accountGroups: [
          'revenue',
          'staffCosts',
          'premisesRent',
          'purchasedServices',
          'otherCosts',
          'municipalGrant',
          'netFinancialItems',
        ],
      });
  });
});
