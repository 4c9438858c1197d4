import { Metadata, status, type sendUnaryData, type ServerReadableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { objectionTo } from './access.js';
import { streamName } from './messages.js';
import { performAppend } from './perform-append.js';
import { streamDeleted } from './refusals.js';
import type { ServerContext } from './server-context.js';
import type { Expected, LogRecord, ProposedEvent } from './server-log.js';

/** One append a call: first the options, then the events. */
export function appendHandler(context: ServerContext) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    const objection = objectionTo(call.metadata, context);
    if (objection) return answer(objection);
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('end', () => void append(context, requests, answer));
  };
}

async function append(
  context: ServerContext,
  [header, ...messages]: readonly AppendReq[],
  answer: sendUnaryData<AppendResp>,
): Promise<void> {
  const options = header?.getOptions();
  if (!options) return answer({ code: status.UNKNOWN, details: 'No options.', metadata: new Metadata() });
  const stream = streamName(options.getStreamIdentifier());
  const expected = expectedOf(options);
  const performed = await performAppend(context, { stream, expected, events: messages.map(eventOf) });
  if (performed.kind === 'refused') answer(performed.error);
  if (performed.kind === 'deleted') answer(streamDeleted(stream));
  if (performed.kind === 'wrongVersion') answer(null, wrongVersion(expected, performed.current));
  if (performed.kind === 'written') answer(null, success(performed.last));
}

function expectedOf(options: AppendReq.Options): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'noStream';
  return options.hasStreamExists() ? 'streamExists' : Number(options.getRevision());
}

function eventOf(request: AppendReq): ProposedEvent {
  const message = request.getProposedMessage()!;
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type')!,
    contentType: message.getMetadataMap().get('content-type')!,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function success(last: LogRecord): AppendResp {
  const position = new streams.AppendResp.Position()
    .setCommitPosition(String(last.position))
    .setPreparePosition(String(last.position));
  const answer = new streams.AppendResp.Success()
    .setCurrentRevision(String(last.revision))
    .setPosition(position);
  return new streams.AppendResp().setSuccess(answer);
}

function wrongVersion(expected: Expected, current: number): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  else if (expected === 'noStream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else wrong.setExpectedStreamExists(new shared.Empty());
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}
