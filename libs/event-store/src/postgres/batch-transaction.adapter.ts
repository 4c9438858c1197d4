import type { PoolClient } from 'pg';
import type { EventPlace } from '../encoded-event.js';
import { recordingTime } from '../recording-time.js';
import { mayBeRecorded, streamsToKnow, type Batch } from './batch.js';
import { hasConflict, judgeBatch, type BatchJudgement } from './batch-judgement.js';
import {
  insertAndCommit,
  insertAtOnce,
  lockEnd,
  recordedPlaces,
  streamEnds,
} from './batch-statements.adapter.js';
import { placeBehind, type PlacedEvent } from './insert-events.js';
import type { Plan } from './plan-ahead.js';
import type { LogEnd } from './remembered-log.js';
import { sendTogether } from './send-together.adapter.js';
import { orRefusal, settle, type Settlement } from './settlement.js';

type Places = ReadonlyMap<string, EventPlace>;

/**
 * Records what a batch adds: all of it or nothing, with the log's head locked until the commit is visible, so that
 * whoever sees a position sees every lower one.
 *
 * Rejects where that failed or where the outcome is unknown; a transaction may still be open then.
 */
export async function recordBatch(client: PoolClient, batch: Batch): Promise<readonly Settlement[]> {
  // Null where somebody else has inserted the log's first events in the meantime: then it has a head to lock.
  return (await recordLocked(client, batch)) ?? recordBatch(client, batch);
}

/**
 * Sends what was planned ahead, in one round trip. Null where the log turned out to end elsewhere: then nothing was
 * inserted, and what was remembered is not relied on any more.
 */
export async function recordAhead(
  client: PoolClient,
  { tenant, remembered }: Batch,
  { end, judgement, events }: Plan,
): Promise<readonly Settlement[] | null> {
  if (await insertAtOnce(client, tenant, end, events)) return settleAdded(judgement, events);
  remembered.distrust();
  return null;
}

/** Two round trips: lock the log's head and learn what is not remembered; insert and commit. */
async function recordLocked(client: PoolClient, batch: Batch): Promise<readonly Settlement[] | null> {
  const { tenant, appends, remembered, now } = batch;
  const end = await lockAndLearn(client, batch);
  const { judgement, recorded } = await judge(client, batch);
  const copied = appends[0]?.recordedAt ?? null;
  const events = orRefusal(() =>
    judgement.added.length === 0
      ? []
      : placeBehind(
          { tenant, end, streams: remembered },
          recordingTime(copied, end.recordedAt, now()),
          judgement.added,
        ),
  );
  if (events instanceof Error || events.length === 0) {
    await client.query('ROLLBACK');
    return events instanceof Error ? [events] : settle(judgement, recorded);
  }
  const isInserted = await insertAndCommit(client, tenant, end, events);
  if (!isInserted) return null;
  remembered.advance(events);
  return settleAdded(judgement, events, recorded);
}

async function lockAndLearn(client: PoolClient, batch: Batch): Promise<LogEnd> {
  const { tenant, remembered } = batch;
  const streams = streamsToKnow(batch);
  const unknown = () => streams.filter((stream) => remembered.get(stream) === undefined);
  const [end, ends] = await sendTogether(client, () => [
    lockEnd(client, tenant),
    streamEnds(client, tenant, unknown()),
  ]);
  remembered.arriveAt(end);
  remembered.remember(ends);
  // Where another process has written, what was remembered is gone.
  remembered.remember(await streamEnds(client, tenant, unknown()));
  return end;
}

/**
 * Events that are recorded already are the exception, so they are looked for only where something points to them: the
 * batch is repeated or copied, or an append met another revision than it expected, as a repeated one would. Where
 * nothing does, their ids fail on their key, and the batch is repeated.
 */
async function judge(
  client: PoolClient,
  batch: Batch,
): Promise<{ readonly judgement: BatchJudgement; readonly recorded: Places }> {
  const { tenant, appends, remembered } = batch;
  const judgement = judgeBatch(appends, remembered, new Map());
  if (!mayBeRecorded(batch) && !hasConflict(judgement)) return { judgement, recorded: new Map() };
  const ids = appends.flatMap(({ events }) => events.map(({ id }) => id));
  const recorded = await recordedPlaces(client, tenant, ids);
  return { judgement: judgeBatch(appends, remembered, recorded), recorded };
}

function settleAdded(
  judgement: BatchJudgement,
  added: readonly PlacedEvent[],
  recorded: Places = new Map(),
): readonly Settlement[] {
  return settle(judgement, new Map([...recorded, ...added.map((event) => [event.id, event] as const)]));
}
