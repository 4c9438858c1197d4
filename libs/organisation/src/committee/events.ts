import type { DomainEvent, PlainDate } from '#libs/kernel';

/** The committee exists from the date on which the fact takes effect. */
export type CommitteeEstablished = DomainEvent<
  'CommitteeEstablished',
  { readonly code: string; readonly name: string }
>;

export type CommitteeRenamed = DomainEvent<'CommitteeRenamed', { readonly name: string }>;

/** The committee exists to the end of its last day; the fact takes effect on the day after. */
export type CommitteeDissolved = DomainEvent<'CommitteeDissolved', { readonly lastDay: PlainDate }>;

/** The committee goes on after what was to be its last day; takes effect on the same date as what it revokes. */
export type CommitteeDissolutionRevoked = DomainEvent<
  'CommitteeDissolutionRevoked',
  { readonly lastDay: PlainDate }
>;

/** The committee answers for the activity; `fromCommittee` is who did before, or null where it is new. */
export type ActivityTakenOver = DomainEvent<
  'ActivityTakenOver',
  { readonly committee: string; readonly activity: string; readonly fromCommittee: string | null }
>;

export type CommitteeEvent =
  | CommitteeEstablished
  | CommitteeRenamed
  | CommitteeDissolved
  | CommitteeDissolutionRevoked
  | ActivityTakenOver;

export const schemaVersions = {
  CommitteeEstablished: 1,
  CommitteeRenamed: 1,
  CommitteeDissolved: 1,
  CommitteeDissolutionRevoked: 1,
  ActivityTakenOver: 1,
} as const satisfies Record<CommitteeEvent['type'], number>;
