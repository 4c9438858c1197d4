import { given } from '#libs/kernel/testing';
import {
  interimAccountsDecided,
  minutesApproved,
  noticePublished,
  noticeRemoved,
} from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import type { PublishNotice } from './notice-rules.js';
import { publishNotice } from './publish-notice.js';

const command: PublishNotice = {
  committee: 'SN',
  date: '2023-09-19',
  paragraph: 46,
  publishedOn: '2023-09-27',
  removedOn: null,
  today: '2023-10-31',
};
const citation = 'SN 2023-09-19, § 46';
const removed = (effectiveOn: string) => ({
  ...noticeRemoved,
  basis: { kind: 'report', effectiveOn } as const,
});
const approved = given(committeeYearStream, [interimAccountsDecided, minutesApproved]);
const announced = given(committeeYearStream, [interimAccountsDecided, minutesApproved, noticePublished]);

describe('publishing the notice', () => {
  it('is recorded on its date', () => {
    const state = approved.when(publishNotice, command).thenWarned().thenRecorded(noticePublished);
    expect(state.decisions[0]?.notices).toEqual([{ publishedOn: '2023-09-27', removedOn: null }]);
  });

  it('may tell at once when it was taken down', () => {
    const told = approved.when(publishNotice, { ...command, removedOn: '2023-10-19' });
    const state = told.thenWarned().thenRecorded(noticePublished, noticeRemoved);
    expect(state.decisions[0]?.notices).toEqual([{ publishedOn: '2023-09-27', removedOn: '2023-10-19' }]);
  });

  it('may be followed by when it was taken down', () => {
    announced
      .when(publishNotice, { ...command, removedOn: '2023-10-19' })
      .thenWarned()
      .thenRecorded(noticeRemoved);
  });

  it('later than the second day after the approval is recorded with a warning', () => {
    approved.when(publishNotice, { ...command, publishedOn: '2023-09-28' }).thenWarned();
    approved.when(publishNotice, { ...command, publishedOn: '2023-09-29' }).thenWarned('notice-late');
  });

  it('and taking it down before the appeal period is over is recorded with a warning', () => {
    announced
      .when(publishNotice, { ...command, removedOn: '2023-10-18' })
      .thenWarned('notice-removed-early')
      .thenRecorded(removed('2023-10-18'));
  });

  it('anew is possible where it was taken down early', () => {
    given(committeeYearStream, [
      interimAccountsDecided,
      minutesApproved,
      noticePublished,
      removed('2023-10-10'),
    ])
      .when(publishNotice, { ...command, publishedOn: '2023-10-16' })
      .thenWarned()
      .thenRecorded({ ...noticePublished, basis: { kind: 'report', effectiveOn: '2023-10-16' } });
  });
});

describe('publishing the notice is refused', () => {
  it('before the minutes are approved', () => {
    given(committeeYearStream, [interimAccountsDecided])
      .when(publishNotice, command)
      .thenRejected('minutes-not-approved', { citation });
  });

  it('for a date before the approval', () => {
    approved
      .when(publishNotice, { ...command, publishedOn: '2023-09-25' })
      .thenRejected('notice-before-approval', {
        citation,
        publishedOn: '2023-09-25',
        approvedOn: '2023-09-26',
      });
  });

  it('where it would be taken down before it was put up', () => {
    approved
      .when(publishNotice, { ...command, removedOn: '2023-09-26' })
      .thenRejected('notice-removed-before-published', {
        citation,
        publishedOn: '2023-09-27',
        removedOn: '2023-09-26',
      });
  });

  it('for a date to come', () => {
    approved
      .when(publishNotice, { ...command, removedOn: '2023-11-01' })
      .thenRejected('dated-in-the-future', { citation, date: '2023-11-01', today: '2023-10-31' });
  });

  it('twice', () => {
    announced
      .when(publishNotice, command)
      .thenRejected('notice-already-published', { citation, publishedOn: '2023-09-27', removedOn: null });
    given(committeeYearStream, [interimAccountsDecided, minutesApproved, noticePublished, noticeRemoved])
      .when(publishNotice, { ...command, publishedOn: '2023-10-20' })
      .thenRejected('notice-already-published', {
        citation,
        publishedOn: '2023-09-27',
        removedOn: '2023-10-19',
      });
  });

  it('anew for a date on which the former notice stood', () => {
    given(committeeYearStream, [
      interimAccountsDecided,
      minutesApproved,
      noticePublished,
      removed('2023-10-10'),
    ])
      .when(publishNotice, { ...command, publishedOn: '2023-10-09' })
      .thenRejected('notice-already-published', {
        citation,
        publishedOn: '2023-09-27',
        removedOn: '2023-10-10',
      });
  });

  it('for a paragraph that is not registered', () => {
    given(committeeYearStream)
      .when(publishNotice, command)
      .thenRejected('decision-unknown', { citation, registeredAs: null });
  });
});
