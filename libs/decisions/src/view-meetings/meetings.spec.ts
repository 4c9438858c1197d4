import { foldInto, qualifies } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import {
  committeeYearSamples,
  decisionRegistered,
  meetingCancelled,
  meetingMoved,
  meetingScheduled,
} from '../committee-year/fixtures.js';
import { decisionsStreamId } from '../contract/index.js';
import { meetings, type MeetingsDoc } from './meetings.js';

const log = record(decisionsStreamId('alingsas', 'SN', 2023), [
  meetingScheduled('2023-04-18'),
  meetingScheduled('2023-03-21'),
  meetingScheduled('2023-11-28'),
  meetingMoved,
  decisionRegistered('2023-03-21', 22, 'Plan för uppföljning av privata utförare'),
  decisionRegistered('2023-03-21', 19, 'Budgetuppföljning, prognos'),
  decisionRegistered('2023-06-13', 39, 'Budgetuppföljning, prognos'),
  meetingCancelled,
]);
const key = 'decisions-SN.2023';
const read = (asOf?: string) =>
  foldInto(
    meetings,
    new Map<string, MeetingsDoc>(),
    log.filter((event) => qualifies(event, { asOf })),
  ).get(key);

describe("a committee's meetings of a year", () => {
  it('are listed by date, with what became of them and the paragraphs registered', () => {
    const seen = read()?.meetings.map(({ date, status, paragraphs }) => [date, status, paragraphs]);
    expect(seen).toEqual([
      ['2023-03-21', 'scheduled', [19, 22]],
      ['2023-04-18', 'moved', []],
      ['2023-04-21', 'scheduled', []],
      ['2023-06-13', 'offCalendar', [39]],
      ['2023-11-28', 'cancelled', []],
    ]);
  });

  it('tell from where to where one was moved, and why one was called off', () => {
    const [, left, moved, , cancelled] = read()?.meetings ?? [];
    expect([left?.movedTo, moved?.movedFrom, moved?.place, cancelled?.reason]).toEqual([
      '2023-04-21',
      '2023-04-18',
      'Rådhuset',
      'Inga ärenden',
    ]);
  });

  it('as of a date are the calendar as it stood then', () => {
    const seen = read('2023-04-02')?.meetings.map(({ date, status }) => [date, status]);
    expect(seen).toEqual([
      ['2023-03-21', 'scheduled'],
      ['2023-04-18', 'scheduled'],
      ['2023-11-28', 'scheduled'],
    ]);
  });

  it('may be scheduled anew after having been called off', () => {
    const again = record(decisionsStreamId('alingsas', 'SN', 2023), [meetingScheduled('2023-11-28')], {
      firstRevision: 8,
    });
    const entry = foldInto(meetings, new Map<string, MeetingsDoc>(), [...log, ...again])
      .get(key)
      ?.meetings.at(-1);
    expect([entry?.status, entry?.reason]).toEqual(['scheduled', null]);
  });

  it('are one document with the revision of the stream', () => {
    const docs = foldInto(meetings, new Map<string, MeetingsDoc>(), log);
    expect(read()?.revision).toBe(7);
    expect([...docs.values()].map((doc) => meetings.index(doc))).toEqual([
      { committee: 'SN', year: 2023, sortKey: '2023' },
    ]);
    expect(
      foldInto(meetings, foldInto(meetings, new Map<string, MeetingsDoc>(), log.slice(0, 4)), log.slice(4)),
    ).toEqual(docs);
  });

  it('know every fact of the stream', () => {
    const samples = record(decisionsStreamId('alingsas', 'SN', 2023), committeeYearSamples);
    expect(foldInto(meetings, new Map<string, MeetingsDoc>(), samples).get(key)?.revision).toBe(7);
  });

  it.each([
    [{ key }, [{ stream: key }]],
    [{ committee: 'SN', year: 2023 }, [{ stream: key }]],
    [{ committee: 'SN' }, [{ prefix: 'decisions-SN.' }]],
    [{}, [{ prefix: 'decisions-' }]],
  ])('selected by %j stand in %j', (selection, streams) => {
    expect(meetings.sources(selection)).toEqual(streams);
  });
});
