import { bytesField, messageField, textField, uint64Field } from './protobuf-writer.js';

export interface ProposedEvent {
  /** UUID. */
  readonly id: string;
  readonly type: string;
  /** JSON as text, anything else as bytes. */
  readonly data: string | Uint8Array;
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

/** One event and less than what servers take of one message; what they take of an append, they say themselves. */
const maxMessageBytes = 2 * 1024 * 1024;

/**
 * The messages of one append (`BatchAppendReq` of the server's protocol). Events are spread over several where they are
 * large; the server appends them when the last one has come. No deadline is given: the server has one of its own.
 */
export function appendMessages(
  correlationId: string,
  { stream, lastRevision, events }: ExactAppend,
): readonly Buffer[] {
  const id = messageField(1, textField(2, correlationId));
  const identifier = messageField(1, textField(3, stream));
  const expected = lastRevision < 0 ? messageField(3) : uint64Field(2, lastRevision);
  const messages: Buffer[][] = [[id, messageField(2, identifier, expected)]];
  let bytes = 0;
  for (const event of events) {
    const proposed = proposedMessage(event);
    bytes += proposed.length;
    if (bytes > maxMessageBytes) {
      messages.push([id]);
      bytes = proposed.length;
    }
    messages.at(-1)?.push(proposed);
  }
  messages.at(-1)?.push(isFinal);
  return messages.map((fields) => Buffer.concat(fields));
}

const isFinal = uint64Field(4, 1);

function proposedMessage({ id, type, data, metadata }: ProposedEvent): Buffer {
  const isJson = typeof data === 'string';
  return messageField(
    3,
    messageField(1, textField(2, id)),
    mapEntry('type', type),
    isJson ? json : binary,
    textField(3, metadata),
    isJson ? textField(4, data) : bytesField(4, data),
  );
}

function mapEntry(key: string, value: string): Buffer {
  return messageField(2, textField(1, key), textField(2, value));
}

const json = mapEntry('content-type', 'application/json');
const binary = mapEntry('content-type', 'application/octet-stream');
