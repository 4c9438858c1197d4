import { evolveRecorded, type Recorded } from '#libs/kernel';
import { buildingOn, record, unfounded } from '#libs/kernel/testing';
import { followUpStreamId, type FollowUpEvent } from '../contract/index.js';
import { followUpSamples } from './accounts-fixtures.js';
import { followUpStream } from './evolve.js';
import { followUpFoundations } from './foundations.js';

const place = (type: string) => followUpSamples.findIndex((fact) => fact.type === type);

describe('the facts of a follow-up', () => {
  it('all have something to build on', () => {
    expect(unfounded(followUpFoundations, followUpSamples)).toEqual([]);
  });

  it('build on the calendar, and on the accounts that they correct or cite; a revision says all anew', () => {
    expect(buildingOn(followUpFoundations, followUpSamples)).toEqual({
      [place('FollowUpCalendarSet')]: place('ForecastSubmitted'),
      [place('AccountsClosed')]: place('AccountsCorrected'),
    });
  });

  it('keep their places in the stream behind one that has been erased', () => {
    const events = record(followUpStreamId('alingsas', 'SN', 2023), followUpSamples);
    const erased = (event: Recorded<FollowUpEvent>) => ({
      ...event,
      record: { ...event.record, erased: true as const },
    });
    const after = events
      .map((event) => (event.type === 'ForecastSubmitted' ? erased(event) : event))
      .reduce((state, event) => evolveRecorded(followUpStream, state, event), followUpStream.initialState);
    expect(after.accounts?.revision).toBe(place('AccountsClosed'));
    expect(after.uncited).toEqual({ nextRevision: followUpSamples.length, open: [] });
  });
});
