import { given } from '#libs/kernel/testing';
import { interimAccountsDecided, minutesApproved } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { approveMinutes, type ApproveMinutes } from './approve-minutes.js';

const command: ApproveMinutes = {
  committee: 'SN',
  date: '2023-09-19',
  paragraph: 46,
  approvedOn: '2023-09-26',
  today: '2023-10-31',
};
const citation = 'SN 2023-09-19, § 46';
const decided = given(committeeYearStream, [interimAccountsDecided]);

describe('approving the minutes', () => {
  it('is recorded on its date', () => {
    const state = decided.when(approveMinutes, command).thenWarned().thenRecorded(minutesApproved);
    expect(state.decisions[0]?.minutesApprovedOn).toBe('2023-09-26');
  });

  it('later than 14 days after the meeting is recorded with a warning', () => {
    decided.when(approveMinutes, { ...command, approvedOn: '2023-10-03' }).thenWarned();
    decided
      .when(approveMinutes, { ...command, approvedOn: '2023-10-04' })
      .thenWarned('minutes-approved-late');
  });

  it('before the meeting is refused', () => {
    decided
      .when(approveMinutes, { ...command, approvedOn: '2023-09-18' })
      .thenRejected('approved-before-meeting', { citation, approvedOn: '2023-09-18' });
  });

  it('that has not happened yet is refused', () => {
    decided
      .when(approveMinutes, { ...command, today: '2023-09-25' })
      .thenRejected('dated-in-the-future', { citation, date: '2023-09-26', today: '2023-09-25' });
  });

  it('twice is refused', () => {
    given(committeeYearStream, [interimAccountsDecided, minutesApproved])
      .when(approveMinutes, { ...command, approvedOn: '2023-09-27' })
      .thenRejected('minutes-already-approved', { citation, approvedOn: '2023-09-26' });
  });

  it('of a paragraph that is not registered is refused', () => {
    given(committeeYearStream)
      .when(approveMinutes, command)
      .thenRejected('decision-unknown', { citation, registeredAs: null });
  });
});
