import { foldInto, qualifies } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { accountGroupRenamed, accountGroupsDefined } from '../account-groups/fixtures.js';
import { accountGroupsStreamId } from '../account-groups/state.js';
import { municipalityNamed } from '../municipality/fixtures.js';
import { municipalityStreamId } from '../municipality/state.js';
import { accountGroups, accountGroupsKey, accountGroupsOn } from './account-groups.js';

const log = [
  ...record(municipalityStreamId('alingsas'), [municipalityNamed]),
  ...record(accountGroupsStreamId('alingsas'), [accountGroupsDefined, accountGroupRenamed], {
    firstPosition: 2,
  }),
];

function read(on: string) {
  const then = log.filter((event) => qualifies(event, { asOf: on }));
  const doc = foldInto(accountGroups, new Map(), then).get(accountGroupsKey);
  return accountGroupsOn(doc ?? accountGroups.initial(accountGroupsKey), on);
}

describe('the account groups', () => {
  it('come ready, with their accounts', () => {
    const { since, groups, changes, revision } = read('2023-12-31');
    expect({ since, changes, revision }).toEqual({ since: null, changes: [], revision: -1 });
    expect(groups[4]).toEqual({
      id: 'otherCosts',
      name: 'Övriga kostnader',
      kind: 'cost',
      accounts: [
        { from: '40', to: '45' },
        { from: '47', to: '49' },
        { from: '61', to: '79' },
      ],
    });
  });

  it('show what held on the date', () => {
    const seen = ['2023-12-31', '2024-01-01', '2025-01-01'].map((on) => {
      const { groups, since } = read(on);
      return [groups.length, groups[3]?.name, since];
    });
    expect(seen).toEqual([
      [7, 'Köp av tjänster', null],
      [8, 'Köp av tjänster', '2024-01-01'],
      [8, 'Köp av verksamhet', '2025-01-01'],
    ]);
  });

  it('tell when and under which paragraph they were changed', () => {
    expect(read('2025-01-01').changes).toEqual([
      { type: 'AccountGroupsDefined', effectiveOn: '2024-01-01', citation: null },
      { type: 'AccountGroupRenamed', effectiveOn: '2025-01-01', citation: 'KF 2024-11-06, § 149' },
    ]);
  });

  it('are one document, the same in two helpings as in one', () => {
    const docs = foldInto(accountGroups, new Map(), log);
    expect([...docs.keys()]).toEqual([accountGroupsKey]);
    expect(
      foldInto(accountGroups, foldInto(accountGroups, new Map(), log.slice(0, 2)), log.slice(2)),
    ).toEqual(docs);
    expect(accountGroups.sources({})).toEqual([{ stream: 'organisation.accountGroups' }]);
  });
});
