import type { EventStore, LogFilter, Position, ReadLogOptions, StoredEvent } from '../event-store.js';
import { subscribe } from '../subscribe.js';

/** The whole log from a position on, page by page. */
export async function readAll(
  store: EventStore,
  tenant: string,
  options: Partial<ReadLogOptions> = {},
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = options.after; ;) {
    const page = await store.readLog(tenant, { limit: 100, ...options, after });
    events.push(...page.events);
    if (page.atEnd) return events;
    after = page.next ?? undefined;
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export interface Following {
  readonly after?: Position;
  readonly filter?: LogFilter;
  readonly pageSize?: number;
  /** Called before the next page is asked for. */
  readonly onPage?: () => Promise<void>;
}

/** Follows the log until so many events have come. */
export async function follow(
  store: EventStore,
  tenant: string,
  count: number,
  { onPage, ...options }: Following = {},
): Promise<StoredEvent[]> {
  const stop = new AbortController();
  const events: StoredEvent[] = [];
  for await (const page of subscribe(store, tenant, { ...options, signal: stop.signal })) {
    events.push(...page.events);
    await onPage?.();
    if (events.length >= count) stop.abort();
  }
  return events;
}

export const idsOf = (events: readonly StoredEvent[]): string[] => events.map(({ record }) => record.id);
export const positionsOf = (events: readonly StoredEvent[]): Position[] =>
  events.map(({ record }) => record.position);

/** Whether every position comes after the one before. */
export function isAscending(store: EventStore, positions: readonly Position[]): boolean {
  return positions.every((position, n) => n === 0 || store.comparePositions(positions[n - 1]!, position) < 0);
}

/** For `next`, which may be further than the last event where what followed was filtered out. */
export function reaches(store: EventStore, next: Position | null, position: Position | undefined): boolean {
  return next !== null && position !== undefined && store.comparePositions(next, position) >= 0;
}
