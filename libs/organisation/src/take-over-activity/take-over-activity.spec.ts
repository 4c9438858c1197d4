import { given } from '#libs/kernel/testing';
import { activityTakenOver, committeeEstablished } from '../committee/fixtures.js';
import { committeeStream } from '../committee/state.js';
import { takeOverActivity, type TakeOverActivity } from './take-over-activity.js';

const executiveBoard = { committee: 'KS', terms: [{ from: '2019-01-01', to: '2023-12-31' }] };
const command: TakeOverActivity = {
  committee: 'SN',
  activity: 'Arbetsmarknadsenheten',
  giving: executiveBoard,
  basis: activityTakenOver.basis,
};

describe('taking over an activity', () => {
  it('is recorded as of its date, also from a committee that ends the day before', () => {
    given(committeeStream, [committeeEstablished])
      .when(takeOverActivity, command)
      .thenRecorded(activityTakenOver);
  });

  it('that is new has nobody to take it over from', () => {
    given(committeeStream, [committeeEstablished])
      .when(takeOverActivity, { ...command, giving: null })
      .thenRecorded({ ...activityTakenOver, data: { ...activityTakenOver.data, fromCommittee: null } });
  });

  it('from itself is refused', () => {
    given(committeeStream, [committeeEstablished])
      .when(takeOverActivity, { ...command, giving: { ...executiveBoard, committee: 'SN' } })
      .thenRejected('activity-from-itself', { committee: 'SN' });
  });

  it('from a committee that is not known is refused', () => {
    given(committeeStream, [committeeEstablished])
      .when(takeOverActivity, { ...command, giving: { committee: 'KS', terms: [] } })
      .thenRejected('committee-unknown', { committee: 'KS' });
  });

  it('from a committee that was gone the day before is refused', () => {
    const terms = [{ from: '2019-01-01', to: '2023-12-30' }];
    given(committeeStream, [committeeEstablished])
      .when(takeOverActivity, { ...command, giving: { committee: 'KS', terms } })
      .thenRejected('committee-not-in-force', { committee: 'KS', on: '2023-12-31', terms });
  });

  it('twice on the same date is refused', () => {
    given(committeeStream, [committeeEstablished, activityTakenOver])
      .when(takeOverActivity, command)
      .thenRejected('activity-already-taken-over', {
        committee: 'SN',
        activity: 'Arbetsmarknadsenheten',
        since: '2024-01-01',
      });
  });

  it('before the committee exists is refused', () => {
    given(committeeStream, [committeeEstablished])
      .when(takeOverActivity, { ...command, basis: { kind: 'report', effectiveOn: '2018-12-31' } })
      .thenRejected('committee-not-in-force', {
        committee: 'SN',
        on: '2018-12-31',
        terms: [{ from: '2019-01-01', to: null }],
      });
  });

  it('is refused where nobody has established it', () => {
    given(committeeStream)
      .when(takeOverActivity, command)
      .thenRejected('committee-unknown', { committee: 'SN' });
  });
});
