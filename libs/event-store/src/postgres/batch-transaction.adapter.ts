import type { PoolClient } from 'pg';
import type { EncodedAppend } from '../encoded-append.js';
import type { EventPlace } from '../encoded-event.js';
import { PartialOverlapError, RecordedAtError } from '../errors.js';
import type { AppendResult } from '../event-store.js';
import { answerAppend } from '../judge-append.js';
import { recordingTime } from '../recording-time.js';
import { judgeBatch, type BatchJudgement } from './batch-judgement.js';
import {
  insertAndCommit,
  lastRevisions,
  lockHead,
  recordedPlaces,
  type LockedHead,
} from './batch-statements.adapter.js';
import type { RememberedRevisions } from './remembered-revisions.js';
import { sendTogether } from './send-together.adapter.js';

/** What became of one append of a batch. */
export type Settlement = AppendResult | Refusal;

type Refusal = PartialOverlapError | RecordedAtError;

/** Appends of one municipality that are recorded together. */
export interface Batch {
  readonly tenant: string;
  readonly appends: readonly EncodedAppend[];
  /** Brought up to date with what the batch reads and adds. */
  readonly remembered: RememberedRevisions;
  /** An earlier attempt may have recorded some of the events. */
  readonly isRepeated: boolean;
}

/**
 * Records what a batch adds, in one transaction of two round trips: lock the log's head and learn what is not
 * remembered; insert and commit. From the lock until the commit is visible no other process writes to the log, so
 * what was learnt holds, and whoever sees a position sees every lower one.
 *
 * Rejects where the transaction failed or its outcome is unknown; the connection must then be thrown away.
 */
export async function recordBatch(client: PoolClient, batch: Batch): Promise<readonly Settlement[]> {
  const { position, lastRecordedAt, now } = await lockAndLearn(client, batch);
  const { judged, added, recorded } = await judge(client, batch);
  const places = new Map<string, EventPlace>(recorded);
  if (added.length === 0) {
    await client.query('ROLLBACK');
  } else {
    // One that is copied is a batch of its own.
    const copied = batch.appends[0]?.recordedAt ?? null;
    const recordedAt = orRefusal(() => recordingTime(copied, lastRecordedAt, now));
    if (recordedAt instanceof Error) {
      await client.query('ROLLBACK');
      return [recordedAt];
    }
    const placed = added.map((event, n) => {
      return { ...event, position: String(position + 1 + n), recordedAt };
    });
    await insertAndCommit(client, batch.tenant, { position, recordedAt }, placed);
    batch.remembered.advance(position + placed.length, placed);
    for (const event of placed) places.set(event.id, event);
  }
  return judged.map(({ append, verdict }) =>
    orRefusal(() => answerAppend(verdict, append, (id) => places.get(id))),
  );
}

async function lockAndLearn(client: PoolClient, batch: Batch): Promise<LockedHead> {
  const { tenant, remembered } = batch;
  const streams = streamsToKnow(batch);
  const unknown = () => streams.filter((stream) => remembered.get(stream) === undefined);
  const [head, revisions] = await sendTogether(client, () => [
    lockHead(client, tenant),
    lastRevisions(client, tenant, unknown()),
  ]);
  remembered.arriveAt(head.position);
  remembered.remember(revisions);
  // Where another process has written, what was remembered is gone.
  remembered.remember(await lastRevisions(client, tenant, unknown()));
  return head;
}

/**
 * A stream that its first append expects to be new is taken at its word: where it is not, its first revision fails on
 * its key, and the batch is repeated.
 */
function streamsToKnow({ appends, isRepeated }: Batch): readonly string[] {
  const first = new Map(appends.toReversed().map(({ stream, expected }) => [stream.name, expected]));
  return [...first].filter(([, expected]) => isRepeated || expected !== 'noStream').map(([stream]) => stream);
}

/**
 * Events that are recorded already are the exception, so they are looked for only where something points to them: the
 * batch is repeated, or an append met another revision than it expected, as a repeated one would. Where nothing does,
 * their ids fail on their key, and the batch is repeated.
 */
async function judge(
  client: PoolClient,
  { tenant, appends, remembered, isRepeated }: Batch,
): Promise<BatchJudgement & { recorded: ReadonlyMap<string, EventPlace> }> {
  const recorded = new Map<string, never>();
  const judgement = judgeBatch(appends, remembered, recorded);
  const hasConflict = judgement.judged.some(({ verdict }) => verdict.kind === 'conflict');
  // Copying is often taken up again, and the time of what is recorded already is not judged.
  const isCopied = appends.some(({ recordedAt }) => recordedAt !== null);
  if (!isRepeated && !hasConflict && !isCopied) return { ...judgement, recorded };
  const ids = appends.flatMap(({ events }) => events.map(({ id }) => id));
  const found = await recordedPlaces(client, tenant, ids);
  return { ...judgeBatch(appends, remembered, found), recorded: found };
}

function orRefusal<Answer>(answer: () => Answer): Answer | Refusal {
  try {
    return answer();
  } catch (error) {
    if (error instanceof PartialOverlapError || error instanceof RecordedAtError) return error;
    throw error;
  }
}
