import { foldInto, qualifies, type AsOf } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import {
  activityTakenOver,
  committeeDissolutionRevoked,
  committeeDissolved,
  committeeEstablished,
  committeeRenamed,
} from '../committee/fixtures.js';
import { municipalityNamed } from '../municipality/fixtures.js';
import { committeeStreamId } from '../committee/state.js';
import { municipalityStreamId } from '../municipality/state.js';
import { committeeOn } from './committee-on.js';
import { committees } from './committees.js';

const executiveBoard = { ...committeeEstablished, data: { code: 'KS', name: 'Kommunstyrelsen' } };
const log = [
  ...record(municipalityStreamId('alingsas'), [municipalityNamed]),
  ...record(committeeStreamId('alingsas', 'KS'), [executiveBoard], { firstPosition: 2 }),
  ...record(
    committeeStreamId('alingsas', 'SN'),
    [
      committeeEstablished,
      activityTakenOver,
      committeeRenamed,
      committeeDissolved,
      committeeDissolutionRevoked,
      {
        ...committeeDissolved,
        data: { lastDay: '2027-06-30' },
        basis: { kind: 'report', effectiveOn: '2027-07-01' },
      },
    ],
    { firstPosition: 3 },
  ),
];

function read(code: string, on: string, asOf: AsOf = { asOf: on }) {
  const docs = foldInto(
    committees,
    new Map(),
    log.filter((event) => qualifies(event, asOf)),
  );
  const doc = docs.get(code);
  return doc ? committeeOn(doc, on) : null;
}

describe('the register of committees', () => {
  it('is empty before a committee is established', () => {
    expect(read('SN', '2018-12-31')).toBeNull();
  });

  it('shows each name in its time', () => {
    expect(['2024-12-31', '2025-01-01'].map((on) => read('SN', on)?.name)).toEqual([
      'Socialnämnden',
      'Social- och arbetsmarknadsnämnden',
    ]);
  });

  it('shows the committee in force to the end of the last day that was recorded last', () => {
    const days = ['2026-12-31', '2027-01-01', '2027-06-30', '2027-07-01'];
    expect(days.map((on) => read('SN', on)?.inForce)).toEqual([true, true, true, false]);
    expect(days.map((on) => read('SN', on, {})?.inForce)).toEqual([true, true, true, false]);
  });

  it('shows an activity with the committee that took it over and with the one that gave it', () => {
    expect(read('SN', '2024-01-01')?.activities).toEqual([
      { activity: 'Arbetsmarknadsenheten', fromCommittee: 'KS', since: '2024-01-01' },
    ]);
    expect(read('KS', '2024-01-01')?.handedOver).toEqual([
      { activity: 'Arbetsmarknadsenheten', toCommittee: 'SN', since: '2024-01-01' },
    ]);
    expect(read('KS', '2023-12-31')?.handedOver).toEqual([]);
  });

  it('carries the revision of the committee itself', () => {
    expect([read('SN', '2030-01-01')?.revision, read('KS', '2030-01-01')?.revision]).toEqual([5, 0]);
  });

  it('is the same in two helpings as in one', () => {
    const docs = foldInto(committees, new Map(), log.slice(0, 4));
    expect(foldInto(committees, docs, log.slice(4))).toEqual(foldInto(committees, new Map(), log));
  });

  it('is listed by code', () => {
    const [doc] = [...foldInto(committees, new Map(), log).values()];
    expect(doc && committees.index(doc)).toEqual({ committee: 'KS', year: null, sortKey: 'KS' });
    expect(committees.sources({ key: 'KS' })).toEqual([{ prefix: 'organisation-' }]);
  });
});
