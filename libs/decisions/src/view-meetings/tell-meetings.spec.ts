import { readFile } from 'node:fs/promises';
import { tellEvents, type AnyTeller } from '#libs/kernel';
import { record, toldText } from '#libs/kernel/testing';
import {
  committeeYearSamples,
  meetingCancelled,
  meetingMoved,
  meetingScheduled,
} from '../committee-year/fixtures.js';
import { decisionsStreamId, type DecisionsEvent } from '../contract/index.js';
import { meetingsTeller } from './tell-meetings.js';

const golden = new URL('./tell-meetings.golden.txt', import.meta.url);
const tellers: readonly AnyTeller[] = [meetingsTeller];
const recorded = (...facts: readonly DecisionsEvent[]) =>
  record(decisionsStreamId('alingsas', 'SN', 2023), facts);

describe('the meetings of a year in words', () => {
  it('tells one fact of every type, and what each changed from what to what', async () => {
    const calendar = ['2023-04-18', '2023-09-19', '2023-11-28'].map(meetingScheduled);
    const events = recorded(...calendar, meetingMoved, meetingCancelled);
    expect(toldText(tellers, events)).toBe(await readFile(golden, 'utf8'));
  });

  it('leaves the paragraphs to others, also of a meeting that stood in no calendar', () => {
    const told = tellEvents(tellers, recorded(...committeeYearSamples.slice(3)));
    expect(told.map(({ sentence, changes }) => [sentence, ...changes])).toEqual(told.map(() => [null]));
  });

  it('tells an extra meeting, and one that is called off for no reason given', () => {
    const extra = meetingScheduled('2023-12-01');
    const facts = [
      { ...extra, data: { ...extra.data, kind: 'extraordinary' as const, place: null } },
      { ...meetingCancelled, data: { date: '2023-12-01', reason: null } },
    ];
    expect(tellEvents(tellers, recorded(...facts)).map(({ sentence }) => sentence)).toEqual([
      'Ett extra sammanträde den 2023-12-01 sattes ut',
      'Sammanträdet den 2023-12-01 ställdes in',
    ]);
  });

  it('stops at a fact of a type that this version does not know', () => {
    const later = { ...meetingCancelled, type: 'MeetingAdjourned' } as unknown as DecisionsEvent;
    expect(() => tellEvents(tellers, recorded(later))).toThrow('MeetingAdjourned');
  });
});
