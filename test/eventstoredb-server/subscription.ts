import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { eventFilter } from './event-filter.js';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  streamName,
} from './messages.js';
import type { ServerContext } from './server-context.js';
import type { LogRecord, ServerLog } from './server-log.js';

/**
 * Confirms, catches up, tells so, and goes on with what is appended. A filtered subscription tells how far it has come
 * when it has looked at a number of records, and when it has caught up.
 */
export async function* subscriptionMessages(
  { log, faults }: ServerContext,
  options: ReadReq.Options,
  signal: AbortSignal,
): AsyncGenerator<ReadResp> {
  const filter = options.hasAll() ? eventFilter(options) : undefined;
  const name = options.hasStream() ? streamName(options.getStream()!.getStreamIdentifier()) : undefined;
  const isWanted = (record: LogRecord) =>
    (name === undefined || record.stream === name) && (filter?.allows(record) ?? true);
  yield confirmationMessage(randomUUID());
  const end = log.records.at(-1);
  if (faults.earlyMarks && end) yield* [checkpointMessage(end.position), caughtUpMessage()];
  let next = Math.max(0, firstIndex(log, options) - faults.duplicatesOnSubscribe);
  let considered = 0;
  for (let caughtUp = false; !signal.aborted;) {
    const record = log.records[next];
    if (!record) {
      const last = log.records[next - 1];
      if (!caughtUp && filter && last) yield checkpointMessage(last.position);
      if (!caughtUp) yield caughtUpMessage();
      caughtUp = true;
      if (log.records.length === next) await once(log, 'appended', { signal });
      continue;
    }
    next += 1;
    considered += 1;
    if (isWanted(record)) yield eventMessage(record);
    else if (filter && considered >= filter.checkpointInterval) {
      considered = 0;
      yield checkpointMessage(record.position);
    }
  }
}

/** The record after the one that the client says it has seen. */
function firstIndex(log: ServerLog, options: ReadReq.Options): number {
  const stream = options.getStream();
  const all = options.getAll();
  if (stream?.hasEnd() || all?.hasEnd()) return log.records.length;
  if (all?.hasPosition()) return log.indexOf(BigInt(all.getPosition()!.getCommitPosition()) + 1n);
  if (!stream?.hasRevision()) return 0;
  const [name, seen] = [streamName(stream.getStreamIdentifier()), Number(stream.getRevision())];
  const index = log.records.findIndex((record) => record.stream === name && record.revision > seen);
  return index < 0 ? log.records.length : index;
}
