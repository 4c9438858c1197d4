import { streamKind } from '#libs/kernel';
import { buildingOn, record, unfounded } from '#libs/kernel/testing';
import { committeeSamples } from './fixtures.js';
import { committeeFoundations } from './foundations.js';
import { committeeStreamId } from './state.js';

const place = (type: string) => committeeSamples.findIndex((fact) => fact.type === type);

describe('the facts of a committee', () => {
  it('all have something to build on', () => {
    expect(unfounded(committeeFoundations, committeeSamples)).toEqual([]);
  });

  it('build on its being established, and a revocation on the dissolution', () => {
    expect(buildingOn(committeeFoundations, committeeSamples)).toEqual({
      [place('CommitteeEstablished')]: place('CommitteeRenamed'),
      [place('CommitteeDissolved')]: place('CommitteeDissolutionRevoked'),
    });
  });

  it('keep what every other stream of the committee builds on', () => {
    const events = record(committeeStreamId('alingsas', 'SN'), committeeSamples);
    const kept = events.filter(streamKind(committeeFoundations).isKept);
    expect(kept.map(({ type }) => type)).toEqual(['CommitteeEstablished']);
  });
});
