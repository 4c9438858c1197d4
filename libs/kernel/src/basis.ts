import type { PlainDate } from './plain-date.js';

/**
 * What a fact rests on, and from which date it holds.
 * - `decision`: a registered paragraph, printed as `SN 2023-09-19, § 46`.
 * - `uncited`: it should rest on a paragraph that is not known; listed as uncited until a later fact cites it.
 * - `report`: recorded on the department's own authority (outcomes, a forecast handed in, approval of minutes):
 *   no paragraph is expected.
 */
export type Basis =
  | { readonly kind: 'decision'; readonly citation: string; readonly effectiveOn: PlainDate }
  | { readonly kind: 'uncited'; readonly reason: string; readonly effectiveOn: PlainDate }
  | { readonly kind: 'report'; readonly effectiveOn: PlainDate };

/** The paragraph the fact rests on, or null. */
export function citationOf(basis: Basis): string | null {
  return basis.kind === 'decision' ? basis.citation : null;
}
