/** What a transaction may hold besides its first append. */
export interface BatchLimits {
  readonly appends: number;
  readonly bytes: number;
}

interface Waiting {
  readonly append: { readonly bytes: number };
  readonly alone: boolean;
}

/** The appends that are recorded next: the first that wait, as many as a transaction may hold, one at least. */
export function nextBatch<W extends Waiting>(waiting: readonly W[], limits: BatchLimits): readonly W[] {
  if (waiting[0]?.alone) return waiting.slice(0, 1);
  let bytes = 0;
  const full = waiting.findIndex(({ append, alone }, n) => {
    bytes += append.bytes;
    return n > 0 && (alone || n >= limits.appends || bytes > limits.bytes);
  });
  return waiting.slice(0, full < 0 ? waiting.length : full);
}
