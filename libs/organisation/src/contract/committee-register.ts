import type { AccountGroup, PlainDate, Rejection } from '#libs/kernel';

/** A time during which a committee exists; both days inclusive. `to` is null until it is known to end. */
export interface CommitteeTerm {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export type CommitteeRejection =
  | Rejection<'committee-unknown', { readonly committee: string }>
  | Rejection<
      'committee-not-in-force',
      { readonly committee: string; readonly on: PlainDate; readonly terms: readonly CommitteeTerm[] }
    >;

/** What other contexts ask of the municipality's register. The abstract class is also the injection token. */
export abstract class CommitteeRegister {
  /** Why nothing of the committee can hold on the date: it is not in the register, or not in force then. */
  abstract objection(tenant: string, committee: string, on: PlainDate): Promise<CommitteeRejection | null>;

  /** Whether the committee is in the register at all, in force or not: what every path below it needs. */
  abstract unknown(tenant: string, committee: string): Promise<UnknownCommittee | null>;

  /** The municipality's account groups as of the date, in printed order; the kernel's default ones until it defines its own. */
  abstract accountGroups(tenant: string, on: PlainDate): Promise<readonly AccountGroup[]>;
}

export type UnknownCommittee = Extract<CommitteeRejection, { code: 'committee-unknown' }>;
