import type { PoolClient } from 'pg';
import type { EncodedAppend } from '../encoded-append.js';
import type { EventPlace } from '../encoded-event.js';
import { PartialOverlapError } from '../errors.js';
import type { AppendResult } from '../event-store.js';
import { answerAppend } from '../judge-append.js';
import { judgeBatch } from './batch-judgement.js';
import { insertAndCommit, lockStreams, takePlaces } from './batch-statements.adapter.js';

/** What became of one append of a batch. */
export type Settlement = AppendResult | PartialOverlapError;

/**
 * Records what one municipality's appends add, in one transaction of three round trips: lock the streams and look
 * for events that are known already; take places in the log; insert and commit. The log's head is locked last, since
 * from there to the commit no other process can write to the municipality.
 *
 * Rejects where the transaction failed or its outcome is unknown; the connection must then be thrown away.
 */
export async function recordBatch(
  client: PoolClient,
  tenant: string,
  appends: readonly EncodedAppend[],
): Promise<readonly Settlement[]> {
  const { lastRevisions, recorded } = await lockStreams(client, tenant, appends);
  const { judged, added, revisions } = judgeBatch(appends, lastRevisions, recorded);
  const places = new Map<string, EventPlace>(recorded);
  if (added.length === 0) {
    await client.query('ROLLBACK');
  } else {
    const placed = await takePlaces(client, tenant, added);
    for (const event of placed) places.set(event.id, event);
    await insertAndCommit(client, { tenant, events: placed, lastRevisions, revisions });
  }
  return judged.map(({ append, verdict }) =>
    settlement(() => answerAppend(verdict, append, (id) => places.get(id))),
  );
}

function settlement(answer: () => AppendResult): Settlement {
  try {
    return answer();
  } catch (error) {
    if (error instanceof PartialOverlapError) return error;
    throw error;
  }
}
