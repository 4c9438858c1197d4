import { given } from '#libs/kernel/testing';
import {
  committeeDissolutionRevoked,
  committeeDissolved,
  committeeEstablished,
} from '../committee/fixtures.js';
import { committeeStream } from '../committee/state.js';
import { dissolveCommittee } from './dissolve-committee.js';

const basis = { kind: 'report', effectiveOn: '2026-11-04' } as const;
const command = { committee: 'SN', lastDay: '2026-12-31', basis };

describe('dissolving a committee', () => {
  it('takes effect on the day after its last', () => {
    const state = given(committeeStream, [committeeEstablished])
      .when(dissolveCommittee, command)
      .thenRecorded(committeeDissolved);
    expect(state.terms).toEqual([{ from: '2019-01-01', to: '2026-12-31' }]);
  });

  it('on another day revokes the day that was recorded', () => {
    const state = given(committeeStream, [committeeEstablished, committeeDissolved])
      .when(dissolveCommittee, { ...command, lastDay: '2027-06-30' })
      .thenRecorded(committeeDissolutionRevoked, {
        type: 'CommitteeDissolved',
        data: { lastDay: '2027-06-30' },
        basis: { kind: 'report', effectiveOn: '2027-07-01' },
      });
    expect(state.terms).toEqual([{ from: '2019-01-01', to: '2027-06-30' }]);
  });

  it('on the day that is recorded is refused', () => {
    given(committeeStream, [committeeEstablished, committeeDissolved])
      .when(dissolveCommittee, command)
      .thenRejected('committee-already-dissolved', { committee: 'SN', lastDay: '2026-12-31' });
  });

  it('before it was established is refused', () => {
    given(committeeStream, [committeeEstablished])
      .when(dissolveCommittee, { ...command, lastDay: '2018-12-31' })
      .thenRejected('term-ends-before-it-begins', {
        committee: 'SN',
        from: '2019-01-01',
        lastDay: '2018-12-31',
      });
  });

  it('is refused where nobody has established it', () => {
    given(committeeStream)
      .when(dissolveCommittee, command)
      .thenRejected('committee-unknown', { committee: 'SN' });
  });
});
