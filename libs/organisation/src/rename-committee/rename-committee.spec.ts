import { given } from '#libs/kernel/testing';
import { committeeEstablished, committeeRenamed } from '../committee/fixtures.js';
import { committeeStream } from '../committee/state.js';
import { renameCommittee } from './rename-committee.js';

const command = { committee: 'SN', name: 'Social- och arbetsmarknadsnämnden', basis: committeeRenamed.basis };
const on = (effectiveOn: string) => ({ kind: 'report', effectiveOn }) as const;

describe('renaming a committee', () => {
  it('keeps the former name for its time', () => {
    const state = given(committeeStream, [committeeEstablished])
      .when(renameCommittee, command)
      .thenRecorded(committeeRenamed);
    expect(state.names).toEqual([
      { from: '2019-01-01', value: 'Socialnämnden' },
      { from: '2025-01-01', value: 'Social- och arbetsmarknadsnämnden' },
    ]);
  });

  it('to the name that it has is refused', () => {
    given(committeeStream, [committeeEstablished])
      .when(renameCommittee, { ...command, name: 'Socialnämnden' })
      .thenRejected('name-unchanged', { name: 'Socialnämnden', on: '2025-01-01' });
  });

  it('from a date on which it does not exist is refused', () => {
    given(committeeStream, [committeeEstablished])
      .when(renameCommittee, { ...command, basis: on('2018-01-01') })
      .thenRejected('committee-not-in-force', {
        committee: 'SN',
        on: '2018-01-01',
        terms: [{ from: '2019-01-01', to: null }],
      });
  });

  it('is refused where nobody has established it', () => {
    given(committeeStream)
      .when(renameCommittee, command)
      .thenRejected('committee-unknown', { committee: 'SN' });
  });
});
