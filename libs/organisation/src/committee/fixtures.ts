import type { Basis, PlainDate } from '#libs/kernel';
import type {
  ActivityTakenOver,
  CommitteeDissolutionRevoked,
  CommitteeDissolved,
  CommitteeEstablished,
  CommitteeEvent,
  CommitteeRenamed,
} from './events.js';

const report = (effectiveOn: PlainDate): Basis => ({ kind: 'report', effectiveOn });

export const committeeEstablished: CommitteeEstablished = {
  type: 'CommitteeEstablished',
  data: { code: 'SN', name: 'Socialnämnden' },
  basis: report('2019-01-01'),
};

export const committeeRenamed: CommitteeRenamed = {
  type: 'CommitteeRenamed',
  data: { name: 'Social- och arbetsmarknadsnämnden' },
  basis: { kind: 'decision', citation: 'KF 2024-11-06, § 150', effectiveOn: '2025-01-01' },
};

export const committeeDissolved: CommitteeDissolved = {
  type: 'CommitteeDissolved',
  data: { lastDay: '2026-12-31' },
  basis: report('2027-01-01'),
};

export const committeeDissolutionRevoked: CommitteeDissolutionRevoked = {
  type: 'CommitteeDissolutionRevoked',
  data: { lastDay: '2026-12-31' },
  basis: report('2027-01-01'),
};

export const activityTakenOver: ActivityTakenOver = {
  type: 'ActivityTakenOver',
  data: { committee: 'SN', activity: 'Arbetsmarknadsenheten', fromCommittee: 'KS' },
  basis: { kind: 'decision', citation: 'KF 2023-10-25, § 171', effectiveOn: '2024-01-01' },
};

/** One of every type, as it is stored; in this order they make a history. */
export const committeeSamples: readonly CommitteeEvent[] = [
  committeeEstablished,
  committeeRenamed,
  committeeDissolved,
  committeeDissolutionRevoked,
  activityTakenOver,
];
