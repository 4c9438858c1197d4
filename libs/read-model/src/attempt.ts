/** Which events of a page are tried next: `size` of them from `from` on. */
export interface Attempt {
  readonly from: number;
  readonly size: number;
  /** Before here there is an event that cannot be taken in; equal to `from` where none is known of. */
  readonly suspectBefore: number;
  /** How many times a single event, the one at `from`, has failed. */
  readonly failures: number;
}

/** First the whole page is tried at once. */
export function firstAttempt(pageLength: number): Attempt {
  return { from: 0, size: pageLength, suspectBefore: 0, failures: 0 };
}

/** What was tried is done; next is half of what is under suspicion, or else all that is left of the page. */
export function afterSuccess({ from, size, suspectBefore }: Attempt, pageLength: number): Attempt {
  const next = from + size;
  const suspected = suspectBefore - next;
  if (suspected <= 0) return { from: next, size: pageLength - next, suspectBefore: next, failures: 0 };
  return { from: next, size: Math.ceil(suspected / 2), suspectBefore, failures: 0 };
}

/** Half as many are tried, until the first event that cannot be taken in stands alone. */
export function afterFailure({ from, size, failures }: Attempt): Attempt {
  const suspectBefore = from + size;
  if (size > 1) return { from, size: Math.floor(size / 2), suspectBefore, failures: 0 };
  return { from, size, suspectBefore, failures: failures + 1 };
}
