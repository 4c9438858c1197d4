import { randomUUID } from 'node:crypto';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { answers } from './answers.adapter.js';
import { batchAppendRequest, type ExactAppend } from './append-request.adapter.js';
import { AccessDeniedError } from './failures.adapter.js';
import type { GrpcClient } from './grpc-client.adapter.js';
import { opened } from './opened.adapter.js';

/** Sends all of them in one call, and tells of each whether the stream was as it said. */
export async function appendEach(
  client: GrpcClient,
  appends: readonly ExactAppend[],
  silenceMs: number,
): Promise<readonly boolean[]> {
  const call = await opened(client.batchAppend(), silenceMs);
  const ids = appends.map(() => randomUUID() as string);
  const outcomes = new Map<string, boolean>();
  try {
    for (const [n, append] of appends.entries()) call.write(batchAppendRequest(append, ids[n] ?? ''));
    // The call is not ended before every answer has come: the server would not wait for them.
    for await (const answer of answers<BatchAppendResp>(call, silenceMs)) {
      outcomes.set(answer.getCorrelationId()?.getString() ?? '', outcomeOf(answer));
      if (outcomes.size === appends.length) break;
    }
  } finally {
    call.cancel();
  }
  return ids.map((id) => {
    const outcome = outcomes.get(id);
    if (outcome === undefined) throw new Error('The server ended the call before it had answered.');
    return outcome;
  });
}

/** Throws where the append failed for another reason than the stream's last revision. */
function outcomeOf(answer: BatchAppendResp): boolean {
  if (answer.hasSuccess()) return true;
  const type = answer.getError()?.getDetails()?.getTypeName() ?? '';
  if (type.endsWith('.WrongExpectedVersion')) return false;
  if (type.endsWith('.AccessDenied')) throw new AccessDeniedError();
  throw new Error(`The server answered an append with ${type}: ${answer.getError()?.getMessage() ?? ''}`);
}
