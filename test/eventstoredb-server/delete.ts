import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { objectionTo } from './access.js';
import { streamName } from './messages.js';
import { streamDeleted, wrongExpectedVersion } from './refusals.js';
import type { ServerContext } from './server-context.js';

/** Soft: the stream's metadata hides all its events, and it can be written again. */
export function deleteHandler(context: ServerContext) {
  return (
    { metadata, request }: ServerUnaryCall<DeleteReq, DeleteResp>,
    answer: sendUnaryData<DeleteResp>,
  ): void => {
    const options = request.getOptions()!;
    const name = streamName(options.getStreamIdentifier());
    const objection = objectionTo(metadata, context) ?? objectionToDeletion(context, name, options);
    if (objection) return answer(objection);
    const data = Buffer.from(JSON.stringify({ $tb: Number.MAX_SAFE_INTEGER }));
    const event = {
      id: randomUUID(),
      type: '$metadata',
      contentType: 'application/json',
      data,
      metadata: Buffer.of(),
    };
    const written = context.log.append(`$$${name}`, 'any', [event]);
    const position = written.kind === 'written' ? String(written.last.position) : '0';
    answer(
      null,
      new streams.DeleteResp().setPosition(
        new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position),
      ),
    );
  };
}

export function tombstoneHandler(context: ServerContext) {
  return (
    { metadata, request }: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    answer: sendUnaryData<TombstoneResp>,
  ): void => {
    const options = request.getOptions()!;
    const name = streamName(options.getStreamIdentifier());
    const objection = objectionTo(metadata, context) ?? objectionToDeletion(context, name, options);
    if (objection) return answer(objection);
    const position = String(context.log.tombstone(name).position);
    answer(
      null,
      new streams.TombstoneResp().setPosition(
        new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position),
      ),
    );
  };
}

function objectionToDeletion(
  { log }: ServerContext,
  name: string,
  options: DeleteReq.Options | TombstoneReq.Options,
) {
  if (log.isDeleted(name)) return streamDeleted(name);
  const current = log.stream(name).length - 1;
  if (options.hasRevision() && Number(options.getRevision()) !== current) {
    return wrongExpectedVersion(name, options.getRevision(), current);
  }
  return undefined;
}
