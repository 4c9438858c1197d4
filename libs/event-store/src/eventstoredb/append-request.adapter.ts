import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';

export interface ProposedEvent {
  /** UUID. */
  readonly id: string;
  readonly type: string;
  /** JSON. */
  readonly data: string;
  /** JSON. */
  readonly metadata: string;
}

/** An append that says exactly what it follows: the server then recognises it when it is repeated. */
export interface ExactAppend {
  /** The whole name. */
  readonly stream: string;
  /** The stream's last revision, -1 where there must be no stream. */
  readonly lastRevision: number;
  readonly events: readonly ProposedEvent[];
}

/** The options first, then the events. */
export function appendRequests({ stream, lastRevision, events }: ExactAppend): readonly AppendReq[] {
  const options = new streams.AppendReq.Options().setStreamIdentifier(identifierOf(stream));
  if (lastRevision < 0) options.setNoStream(new shared.Empty());
  else options.setRevision(String(lastRevision));
  const messages = events.map((event) => fill(new streams.AppendReq.ProposedMessage(), event));
  return [
    new streams.AppendReq().setOptions(options),
    ...messages.map((message) => new streams.AppendReq().setProposedMessage(message)),
  ];
}

/** One of many appends in one call; the answer bears the same id. */
export function batchAppendRequest(
  { stream, lastRevision, events }: ExactAppend,
  id: string,
): BatchAppendReq {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifierOf(stream));
  if (lastRevision < 0) options.setNoStream(new emptyPb.Empty());
  else options.setStreamPosition(String(lastRevision));
  const messages = events.map((event) => fill(new streams.BatchAppendReq.ProposedMessage(), event));
  return new streams.BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(id))
    .setOptions(options)
    .setProposedMessagesList(messages)
    .setIsFinal(true);
}

function identifierOf(stream: string): StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}

function fill<Message extends AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage>(
  message: Message,
  { id, type, data, metadata }: ProposedEvent,
): Message {
  message
    .setId(new shared.UUID().setString(id))
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  message.getMetadataMap().set('type', type);
  message.getMetadataMap().set('content-type', 'application/json');
  return message;
}
