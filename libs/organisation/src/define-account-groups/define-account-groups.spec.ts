import { given } from '#libs/kernel/testing';
import { accountGroupsDefined } from '../account-groups/fixtures.js';
import { accountGroupsStream } from '../account-groups/state.js';
import { defineAccountGroups, type DefineAccountGroups } from './define-account-groups.js';

const command: DefineAccountGroups = { ...accountGroupsDefined.data, basis: accountGroupsDefined.basis };
const define = (changed: Partial<DefineAccountGroups>) =>
  given(accountGroupsStream).when(defineAccountGroups, { ...command, ...changed });

describe('defining the account groups', () => {
  it('is recorded whole, from its date', () => {
    define({}).thenRecorded(accountGroupsDefined);
  });

  it('is refused where a group is there twice', () => {
    const twice = { id: 'revenue', name: 'Intäkter', kind: 'income' } as const;
    define({ groups: [...command.groups, twice] }).thenRejected('account-group-twice', {
      accountGroup: 'revenue',
    });
  });

  it('is refused where accounts belong to no group', () => {
    const range = { from: '80', to: '83', accountGroup: 'taxes' };
    define({ ranges: [...command.ranges, range] }).thenRejected('range-without-group', {
      range,
      accountGroups: command.groups.map(({ id }) => id),
    });
  });

  it('is refused where a range ends before it begins', () => {
    const range = { from: '59', to: '50', accountGroup: 'staffCosts' };
    define({ ranges: [range] }).thenRejected('range-empty', { range });
  });

  it('is refused where an account would belong to two groups', () => {
    const first = { from: '4', to: '4', accountGroup: 'otherCosts' };
    const second = { from: '4630', to: '4639', accountGroup: 'purchasedServices' };
    define({ ranges: [first, second] }).thenRejected('ranges-overlap', { first, second });
  });
});
