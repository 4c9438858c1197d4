import { streamKind } from '#libs/kernel';
import { buildingOn, record, unfounded } from '#libs/kernel/testing';
import { decisionsStreamId, type DecisionsEvent } from '../contract/index.js';
import { committeeYearSamples, meetingMoved, meetingScheduled } from './fixtures.js';
import { committeeYearFoundations } from './foundations.js';

const calendar: readonly DecisionsEvent[] = [
  meetingScheduled(meetingMoved.data.from),
  meetingScheduled('2023-11-28'),
];
const facts = [...calendar, ...committeeYearSamples];
const place = (type: string) => facts.findIndex((fact) => fact.type === type);

describe('the facts of a committee year', () => {
  it('all have something to build on', () => {
    expect(unfounded(committeeYearFoundations, facts)).toEqual([]);
  });

  it('build on the calendar, on the registered paragraph, and each formality on the one before', () => {
    expect(buildingOn(committeeYearFoundations, facts)).toEqual({
      0: place('MeetingMoved'),
      1: place('MeetingCancelled'),
      [place('DecisionRegistered')]: place('DecisionCorrected'),
      [place('MinutesApproved')]: place('NoticePublished'),
      [place('NoticePublished')]: place('NoticeRemoved'),
    });
  });

  it('enter a paragraph into the register where they register it', () => {
    const events = record(decisionsStreamId('alingsas', 'SN', 2023), facts);
    const registered = events.map(streamKind(committeeYearFoundations).registers);
    expect(registered.filter((citation) => citation !== null)).toEqual(['SN 2023-09-19, § 46']);
  });
});
