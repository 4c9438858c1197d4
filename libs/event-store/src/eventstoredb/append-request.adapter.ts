import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';

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
  const options = new streams.AppendReq.Options().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(stream)),
  );
  if (lastRevision < 0) options.setNoStream(new shared.Empty());
  else options.setRevision(String(lastRevision));
  return [new streams.AppendReq().setOptions(options), ...events.map(eventRequest)];
}

function eventRequest({ id, type, data, metadata }: ProposedEvent): AppendReq {
  const message = new streams.AppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  message.getMetadataMap().set('type', type);
  message.getMetadataMap().set('content-type', 'application/json');
  return new streams.AppendReq().setProposedMessage(message);
}
