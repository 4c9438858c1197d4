import type { LogPosition } from './log-position.js';
import { ProtobufReader } from './protobuf-reader.js';

/** An event as the server gives it. */
export interface RecordedEvent {
  /** The whole name, with the tenant. */
  readonly stream: string;
  readonly revision: number;
  readonly position: LogPosition;
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/**
 * Reads an answer to a read (`ReadResp` of the server's protocol). Null for what is no event: confirmations, checkpoints,
 * the end of a stream.
 */
export function readRecordedEvent(answer: Buffer): RecordedEvent | null {
  const content = messageIn(new ProtobufReader(answer), 1);
  const event = content && messageIn(content, 1);
  return event ? eventOf(event) : null;
}

function eventOf(fields: ProtobufReader): RecordedEvent {
  let [stream, type, revision, prepare, commit] = ['', '', 0, 0n, 0n];
  let [data, metadata] = [nothing, nothing];
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 2) stream = streamName(fields.message());
    else if (field === 3) revision = fields.number();
    else if (field === 4) prepare = fields.uint64();
    else if (field === 5) commit = fields.uint64();
    else if (field === 6) type = valueOf('type', fields.message()) ?? type;
    else if (field === 7) metadata = fields.bytes();
    else if (field === 8) data = fields.bytes();
    else fields.skip();
  }
  return { stream, revision, position: { commit, prepare }, type, data, metadata };
}

const nothing: Buffer = Buffer.alloc(0);

/** The message in that field; null where there is none. */
function messageIn(fields: ProtobufReader, wanted: number): ProtobufReader | null {
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === wanted) return fields.message();
    fields.skip();
  }
  return null;
}

/** Of a `StreamIdentifier`. */
export function streamName(identifier: ProtobufReader): string {
  for (let field = identifier.next(); field !== 0; field = identifier.next()) {
    if (field === 3) return identifier.text();
    identifier.skip();
  }
  return '';
}

/** The value of an entry of a map, where it is that of the key. */
function valueOf(key: string, entry: ProtobufReader): string | undefined {
  if (entry.next() !== 1 || entry.text() !== key) return undefined;
  return entry.next() === 2 ? entry.text() : '';
}
