import { citationOf, type Basis, type PlainDate } from '#libs/kernel';

/** What a fact rests on, as views tell it. */
export interface RestsOn {
  /** The paragraph, also where a later fact has said it; null where it is not known. */
  readonly citation: string | null;
  /** Why no paragraph was told when the fact was recorded. */
  readonly uncitedReason: string | null;
  readonly effectiveOn: PlainDate;
}

/** Paragraphs that later facts have said, by the revision of the fact that lacked one. */
export type LaterCitations = Readonly<Record<number, string>>;

export function restsOn(basis: Basis, laterCitation: string | null = null): RestsOn {
  return {
    citation: citationOf(basis) ?? laterCitation,
    uncitedReason: basis.kind === 'uncited' ? basis.reason : null,
    effectiveOn: basis.effectiveOn,
  };
}
