import { given } from '#libs/kernel/testing';
import { committeeEstablished } from '../committee/fixtures.js';
import { committeeStream } from '../committee/state.js';
import { establishCommittee } from './establish-committee.js';

const from = (effectiveOn: string) => ({ kind: 'report', effectiveOn }) as const;
const socialnamnden = { code: 'SN', name: 'Socialnämnden', lastDay: null };

describe('establishing a committee', () => {
  it('is recorded from its first day', () => {
    given(committeeStream)
      .when(establishCommittee, { ...socialnamnden, basis: from('2019-01-01') })
      .thenRecorded(committeeEstablished);
  });

  it('for a time known from the start records its end as well', () => {
    const state = given(committeeStream)
      .when(establishCommittee, { ...socialnamnden, lastDay: '2022-12-31', basis: from('2019-01-01') })
      .thenRecorded(committeeEstablished, {
        type: 'CommitteeDissolved',
        data: { lastDay: '2022-12-31' },
        basis: from('2023-01-01'),
      });
    expect(state.terms).toEqual([{ from: '2019-01-01', to: '2022-12-31' }]);
  });

  it('for an earlier time can be recorded afterwards', () => {
    const { state } = given(committeeStream, [
      committeeEstablished,
      { ...committeeEstablished, basis: from('1999-01-01') },
      { type: 'CommitteeDissolved', data: { lastDay: '2010-12-31' }, basis: from('2011-01-01') },
    ]);
    expect(state.terms).toEqual([
      { from: '1999-01-01', to: '2010-12-31' },
      { from: '2019-01-01', to: null },
    ]);
  });

  it('is refused for a time that it exists already', () => {
    given(committeeStream, [committeeEstablished])
      .when(establishCommittee, { ...socialnamnden, basis: from('2010-01-01') })
      .thenRejected('committee-already-established', {
        committee: 'SN',
        term: { from: '2019-01-01', to: null },
      });
  });

  it('is refused where it would end before it begins', () => {
    given(committeeStream)
      .when(establishCommittee, { ...socialnamnden, lastDay: '2018-12-31', basis: from('2019-01-01') })
      .thenRejected('term-ends-before-it-begins', {
        committee: 'SN',
        from: '2019-01-01',
        lastDay: '2018-12-31',
      });
  });
});
