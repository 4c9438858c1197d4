import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Instant } from '#libs/kernel';
import type { LogPosition } from './log-position.js';

/** An event as the server gives it. */
export interface RecordedEvent {
  readonly id: string;
  /** The whole name, with the tenant. */
  readonly stream: string;
  readonly revision: number;
  readonly position: LogPosition;
  readonly type: string;
  /** By the clock of the server that was the leader then. */
  readonly created: Instant;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

const ticksPerMillisecond = 10_000n;

/** Null for what is no event: confirmations, checkpoints, the end of a stream. */
export function recordedEventOf(response: ReadResp): RecordedEvent | null {
  const event = response.getEvent()?.getEvent();
  if (!event) return null;
  const attributes = event.getMetadataMap();
  const createdTicks = BigInt(attributes.get('created') ?? 0);
  return {
    id: event.getId()?.getString() ?? '',
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    revision: Number(event.getStreamRevision()),
    position: { commit: BigInt(event.getCommitPosition()), prepare: BigInt(event.getPreparePosition()) },
    type: attributes.get('type') ?? '',
    created: new Date(Number(createdTicks / ticksPerMillisecond)).toISOString(),
    data: event.getData_asU8(),
    metadata: event.getCustomMetadata_asU8(),
  };
}
