import type { Basis, Rejection } from '#libs/kernel';
import type { CommitteeRejection } from '#libs/organisation/contract';

/** A fact cites a paragraph that nobody has registered. */
export type CitationRejection = Rejection<
  'citation-not-registered',
  {
    readonly citation: string;
    /** The same paragraph of the year, where it is registered for another date: most likely a typing error. */
    readonly registeredAs: string | null;
    /** Where the paragraph can be registered first: `/api/v1/alingsas/committees/SN/decisions`. */
    readonly wayOut: string;
  }
>;

export type BasisRejection = CommitteeRejection | CitationRejection;

/** Whether a fact can rest on what it says it rests on. The abstract class is also the injection token. */
export abstract class BasisRegister {
  /** The committee is in force on the date from which the fact holds, and the cited paragraph is registered. */
  abstract objection(tenant: string, committee: string, basis: Basis): Promise<BasisRejection | null>;

  /** Only the paragraph: for facts that concern the municipality, or a committee that is yet to be established. */
  abstract citationObjection(tenant: string, basis: Basis): Promise<CitationRejection | null>;
}
