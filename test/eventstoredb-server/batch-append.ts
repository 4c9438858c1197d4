import { status, type ServerDuplexStream } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb.js';
import { objectionTo } from './access.js';
import { streamName } from './messages.js';
import { performAppend, type Performed } from './perform-append.js';
import type { ServerContext } from './server-context.js';
import type { Expected, ProposedEvent } from './server-log.js';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** Many appends over one call, told apart by their correlation ids. It ends where the server is no leader any more. */
export function batchAppendHandler(context: ServerContext) {
  return (call: BatchCall): void => {
    const objection = objectionTo(call.metadata, context);
    if (objection) return void call.emit('error', objection);
    const begun = new Map<string, BatchAppendReq[]>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!.getString();
      const requests = [...(begun.get(id) ?? []), request];
      begun.set(id, requests);
      if (!request.getIsFinal()) return;
      begun.delete(id);
      const objectionNow = objectionTo(call.metadata, context);
      if (objectionNow) call.emit('error', objectionNow);
      else void append(context, requests, call);
    });
    call.on('end', () => call.end());
  };
}

async function append(
  context: ServerContext,
  requests: readonly BatchAppendReq[],
  call: BatchCall,
): Promise<void> {
  const [first] = requests;
  const options = first!.getOptions()!;
  const performed = await performAppend(context, {
    stream: streamName(options.getStreamIdentifier()),
    expected: expectedOf(options),
    events: requests.flatMap((request) => request.getProposedMessagesList().map(eventOf)),
  });
  if (performed.kind === 'silence') return;
  const answer = new streams.BatchAppendResp()
    .setCorrelationId(first!.getCorrelationId())
    .setStreamIdentifier(options.getStreamIdentifier());
  if (performed.kind === 'written') call.write(succeeded(answer, performed));
  else call.write(answer.setError(errorStatus(performed, context.maxAppendSize)));
}

function expectedOf(options: BatchAppendReq.Options): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'noStream';
  return options.hasStreamExists() ? 'streamExists' : Number(options.getStreamPosition());
}

function eventOf(message: BatchAppendReq.ProposedMessage): ProposedEvent {
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type')!,
    contentType: message.getMetadataMap().get('content-type')!,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function succeeded(
  answer: BatchAppendResp,
  { last }: Extract<Performed, { kind: 'written' }>,
): BatchAppendResp {
  const position = new shared.AllStreamPosition()
    .setCommitPosition(String(last.position))
    .setPreparePosition(String(last.position));
  const success = new streams.BatchAppendResp.Success();
  return answer.setSuccess(success.setCurrentRevision(String(last.revision)).setPosition(position));
}

function errorStatus(performed: Exclude<Performed, { kind: 'written' | 'silence' }>, maxAppendSize: number) {
  const details = new anyPb.Any();
  const pack = (message: { serializeBinary(): Uint8Array }, type: string) =>
    details.pack(message.serializeBinary(), `event_store.client.${type}`);
  if (performed.kind === 'wrongVersion') {
    pack(wrongVersion(performed.current), 'WrongExpectedVersion');
  } else if (performed.kind === 'deleted') {
    pack(new shared.StreamDeleted(), 'StreamDeleted');
  } else if (performed.error.code === status.INVALID_ARGUMENT) {
    pack(new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxAppendSize), 'MaximumAppendSizeExceeded');
  } else {
    pack(new shared.Unknown(), 'Unknown');
  }
  return new statusPb.Status().setMessage(performed.kind).setDetails(details);
}

function wrongVersion(current: number): WrongExpectedVersion {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) return wrong.setCurrentNoStream(new emptyPb.Empty());
  return wrong.setCurrentStreamRevision(String(current));
}
