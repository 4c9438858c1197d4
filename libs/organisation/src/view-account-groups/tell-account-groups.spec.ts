import { tellEvents } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { accountGroupsSamples } from '../account-groups/fixtures.js';
import { accountGroupsStreamId } from '../account-groups/state.js';
import { committeeEstablished } from '../committee/fixtures.js';
import { committeeStreamId } from '../committee/state.js';
import { accountGroupsTeller } from './tell-account-groups.js';

describe('account groups in words', () => {
  const told = tellEvents(
    [accountGroupsTeller],
    record(accountGroupsStreamId('alingsas'), accountGroupsSamples),
  );

  it('tell who they are and what they are called from now on', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'Kommunens 8 kontogrupper bestämdes',
      'Kontogruppen Köp av tjänster bytte namn till Köp av verksamhet',
    ]);
    expect(told[0]?.changes).toHaveLength(8);
    expect(told[1]?.changes).toEqual([
      {
        path: 'account-groups/purchasedServices',
        label: 'kontogrupp, purchasedServices',
        from: { kind: 'words', words: 'Köp av tjänster' },
        to: { kind: 'words', words: 'Köp av verksamhet' },
      },
    ]);
  });

  it('say nothing of committees', () => {
    const events = record(committeeStreamId('alingsas', 'SN'), [committeeEstablished]);
    expect(tellEvents([accountGroupsTeller], events)).toEqual([
      { event: events[0], sentence: null, changes: [] },
    ]);
  });
});
