import { readFile } from 'node:fs/promises';
import { tellEvents, type AnyTeller } from '#libs/kernel';
import { record, toldText } from '#libs/kernel/testing';
import { committeeStreamId } from '../committee/state.js';
import { activityTakenOver, committeeEstablished, committeeSamples } from '../committee/fixtures.js';
import type { CommitteeEvent } from '../committee/events.js';
import { committeeTeller } from './tell-committees.js';

const golden = new URL('./tell-committees.golden.txt', import.meta.url);
const tellers: readonly AnyTeller[] = [committeeTeller];
const recorded = (...facts: readonly CommitteeEvent[]) => record(committeeStreamId('alingsas', 'SN'), facts);

describe('a committee in words', () => {
  it('tells one fact of every type, and what each changed from what to what, at both committees', async () => {
    expect(toldText(tellers, recorded(...committeeSamples))).toBe(await readFile(golden, 'utf8'));
  });

  it('tells an activity that nobody had before', () => {
    const fact = { ...activityTakenOver, data: { ...activityTakenOver.data, fromCommittee: null } };
    expect(tellEvents(tellers, recorded(fact))[0]?.sentence).toBe(
      'Nämnden SN fick ansvar för Arbetsmarknadsenheten',
    );
  });

  it('stops at a fact of a type that this version does not know', () => {
    const later = { ...committeeEstablished, type: 'CommitteeMerged' } as unknown as CommitteeEvent;
    expect(() => tellEvents(tellers, recorded(later))).toThrow('CommitteeMerged');
  });
});
