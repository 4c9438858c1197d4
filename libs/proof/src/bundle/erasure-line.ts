import { canonicalJson } from '../canonical-json.js';

/** The stream in which a municipality records its decisions to erase, and as what. */
export const erasureStream = 'audit.erasures';
export const erasureType = 'EventsErased';

/** An event whose content is to be destroyed, and on what ground. */
export interface Erasure {
  /** Its id, and that of the event that decides it. */
  readonly event: string;
  readonly erasedBy: string;
  /** The paragraph, `KS 2026-03-02, § 14`. */
  readonly decision: string;
  readonly effectiveOn: string;
}

export function erasureLine({ event, erasedBy, decision, effectiveOn }: Erasure): string {
  return canonicalJson({ event, erasedBy, decision, effectiveOn });
}
