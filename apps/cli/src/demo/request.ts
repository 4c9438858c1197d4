/** A command as a user sends it. */
export interface DemoRequest {
  /** In Swedish, for whoever watches. */
  readonly what: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body: object;
}

/** Why facts of the reference documents stand uncited. */
export function uncited(effectiveOn: string) {
  return { uncited: { reason: 'Paragrafen framgår inte av nämndens årsbokslut eller budget.', effectiveOn } };
}

/** Amounts of the documents are printed in tkr; the API takes öre. */
export function tkr(thousands: number): number {
  return thousands * 100_000;
}

export function mnkr(millions: number): number {
  return Math.round(millions * 10) * 10_000_000;
}
