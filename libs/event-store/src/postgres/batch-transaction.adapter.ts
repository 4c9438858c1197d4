import type { PoolClient } from 'pg';
import type { EncodedAppend } from '../encoded-append.js';
import type { EventPlace } from '../encoded-event.js';
import { PartialOverlapError } from '../errors.js';
import type { AppendResult } from '../event-store.js';
import { answerAppend } from '../judge-append.js';
import { judgeBatch, type BatchJudgement } from './batch-judgement.js';
import {
  insertAndCommit,
  lastRevisions,
  lockHead,
  recordedPlaces,
  type LockedHead,
} from './batch-statements.adapter.js';
import type { RememberedRevisions } from './remembered-revisions.js';
import { sentTogether } from './sent-together.js';

/** What became of one append of a batch. */
export type Settlement = AppendResult | PartialOverlapError;

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
  const head = await lockAndLearn(client, batch);
  const { judged, added, recorded } = await judge(client, batch);
  const places = new Map<string, EventPlace>(recorded);
  if (added.length === 0) {
    await client.query('ROLLBACK');
  } else {
    const placed = added.map((event, n) => {
      return { ...event, position: String(head.position + 1 + n), recordedAt: head.recordedAt };
    });
    await insertAndCommit(client, batch.tenant, head, placed);
    batch.remembered.advance(head.position + placed.length, placed);
    for (const event of placed) places.set(event.id, event);
  }
  return judged.map(({ append, verdict }) =>
    settlement(() => answerAppend(verdict, append, (id) => places.get(id))),
  );
}

async function lockAndLearn(client: PoolClient, { tenant, appends, remembered }: Batch): Promise<LockedHead> {
  const streams = [...new Set(appends.map(({ stream }) => stream.name))];
  const unknown = () => streams.filter((stream) => remembered.get(stream) === undefined);
  const [head, revisions] = await sentTogether(
    lockHead(client, tenant),
    lastRevisions(client, tenant, unknown()),
  );
  remembered.arriveAt(head.position);
  remembered.remember(revisions);
  // Where another process has written, what was remembered is gone.
  remembered.remember(await lastRevisions(client, tenant, unknown()));
  return head;
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
  if (!isRepeated && !hasConflict) return { ...judgement, recorded };
  const ids = appends.flatMap(({ events }) => events.map(({ id }) => id));
  const found = await recordedPlaces(client, tenant, ids);
  return { ...judgeBatch(appends, remembered, found), recorded: found };
}

function settlement(answer: () => AppendResult): Settlement {
  try {
    return answer();
  } catch (error) {
    if (error instanceof PartialOverlapError) return error;
    throw error;
  }
}
