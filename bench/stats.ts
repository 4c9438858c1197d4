/** The value below which the share (0..1) of the sorted values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** How many a second, how long each took, in milliseconds. */
export interface Load {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Keeps so many callers busy for so many calls in all, and measures each. */
export async function load(
  callers: number,
  calls: number,
  call: (n: number) => Promise<unknown>,
): Promise<Load> {
  const durationsMs: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < calls) {
        const began = performance.now();
        await call((next += 1));
        durationsMs.push(performance.now() - began);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: calls / seconds,
    medianMs: median(durationsMs),
    p99Ms: quantile(durationsMs, 0.99),
  };
}
