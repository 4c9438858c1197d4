import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { eventFilter } from './event-filter.js';
import { firstVisibleRevision } from './retention.js';
import type { LogRecord, ServerLog } from './server-log.js';

/** Undefined where there is no such stream. From a revision, inclusive, as far as the count goes. */
export function recordsOfStream(
  log: ServerLog,
  name: string,
  options: ReadReq.Options,
): readonly LogRecord[] | undefined {
  const stream = log.stream(name);
  if (stream.length === 0) return undefined;
  const from = options.getStream()!;
  const first = firstVisibleRevision(log, name);
  const count = Number(options.getCount());
  const revision = from.hasRevision() ? Number(from.getRevision()) : undefined;
  if (!isBackwards(options)) {
    const start = from.hasEnd() ? stream.length : Math.max(first, revision ?? 0);
    return stream.slice(start, start + count);
  }
  const end = Math.min(stream.length, (revision ?? stream.length) + 1);
  return stream.slice(Math.max(first, end - count), end).toReversed();
}

/**
 * Forwards from a position inclusive, backwards from it exclusive: positions are where records begin. Undefined where
 * the position is none: not the beginning of a record, or, backwards, beyond the end.
 */
export function recordsOfLog(log: ServerLog, options: ReadReq.Options): Iterable<LogRecord> | undefined {
  const { records } = log;
  const from = options.getAll()!;
  const backwards = isBackwards(options);
  if (!from.hasPosition()) return filtered(log, from.hasStart() ? 0 : records.length, options);
  const position = BigInt(from.getPosition()!.getCommitPosition());
  const index = log.indexOf(position);
  const isRecord = records[index]?.position === position || (!backwards && index === records.length);
  return isRecord ? filtered(log, index, options) : undefined;
}

/** Forwards beginning with the record at the index, backwards with the one before it. */
function* filtered({ records }: ServerLog, index: number, options: ReadReq.Options): Generator<LogRecord> {
  const filter = eventFilter(options);
  const step = isBackwards(options) ? -1 : 1;
  let left = Number(options.getCount());
  for (let next = step > 0 ? index : index - 1; left > 0; next += step) {
    const record = records[next];
    if (!record) return;
    if (filter && !filter.allows(record)) continue;
    left -= 1;
    yield record;
  }
}

function isBackwards(options: ReadReq.Options): boolean {
  return options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
}
