import type { DecidedErasures } from '#libs/event-store';
import type { StreamSelector } from '#libs/kernel';

/** The streams, by their names within the municipality, in which events have been erased, and how many in each. */
export function erasedIn(
  tenant: string,
  sources: readonly StreamSelector[],
  { streams }: DecidedErasures,
): ReadonlyMap<string, number> {
  const erased = [...streams].map(([name, count]) => [name.slice(tenant.length + 1), count] as const);
  return new Map(erased.filter(([name]) => sources.some((source) => isOf(source, name))));
}

function isOf(source: StreamSelector, name: string): boolean {
  return 'stream' in source ? name === source.stream : name.startsWith(source.prefix);
}

/** Where the erasures of these streams are told: of the one stream, or else all of the municipality's. */
export function pathOfErasures(tenant: string, streams: readonly string[]): string {
  const [only, ...others] = streams;
  const query = only !== undefined && others.length === 0 ? `?stream=${encodeURIComponent(only)}` : '';
  return `/api/v1/${tenant}/erasures${query}`;
}
