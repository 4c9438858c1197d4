import { isInstant, isPlainDate, type Instant } from '#libs/kernel';
import type { EncodedEvent } from './encoded-event.js';
import { maxPageSize, type LogFilter, type ReadStreamOptions } from './event-store.js';

/** What a filter looks at. */
export type Filterable = Pick<EncodedEvent, 'type' | 'actorId' | 'commandId' | 'citation' | 'effectiveOn'> & {
  /** Name without the tenant. */
  readonly stream: string;
  readonly recordedAt: Instant;
};

export function matches(event: Filterable, filter: LogFilter): boolean {
  return (
    is(event.stream, filter.stream) &&
    event.stream.startsWith(filter.streamPrefix ?? '') &&
    (filter.types?.includes(event.type) ?? true) &&
    is(event.actorId, filter.actorId) &&
    is(event.citation, filter.citation) &&
    is(event.commandId, filter.commandId) &&
    isWithin(event.effectiveOn, filter.effectiveFrom, filter.effectiveTo) &&
    isWithin(event.recordedAt, filter.recordedFrom, filter.recordedTo)
  );
}

function is(value: string | null, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}

function isWithin(value: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/** Throws a RangeError where no store could answer: a page of no size, a bound that is no date or instant. */
export function assertReadable(limit: number, filter: LogFilter = {}): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= maxPageSize)) {
    throw new RangeError(`A page has 1 to ${maxPageSize} events, not ${limit}.`);
  }
  for (const date of [filter.effectiveFrom, filter.effectiveTo]) {
    if (date !== undefined && !isPlainDate(date)) throw new RangeError(`"${String(date)}" is not a date.`);
  }
  for (const instant of [filter.recordedFrom, filter.recordedTo]) {
    if (instant !== undefined && !isInstant(instant)) {
      throw new RangeError(`"${String(instant)}" is not an instant.`);
    }
  }
}

/** Throws a RangeError where no stream could be read so. */
export function assertReadableStream({ from = 0, limit = 1 }: ReadStreamOptions): void {
  if (!(Number.isSafeInteger(from) && from >= 0)) throw new RangeError(`${from} is not a revision.`);
  if (!(Number.isSafeInteger(limit) && limit >= 1)) throw new RangeError(`${limit} events cannot be read.`);
}
