import fc from 'fast-check';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { appendMessages, type ProposedEvent } from './append-request.js';

const correlationId = '00000000-0000-4000-8000-00000000abcd';
const text = fc.string({ unit: 'grapheme' });
const proposedEvent: fc.Arbitrary<ProposedEvent> = fc.record({
  id: fc.uuid(),
  type: text,
  data: fc.oneof(text, fc.uint8Array({ maxLength: 300 })),
  metadata: text,
});

function parsed(messages: readonly Buffer[]) {
  return messages.map((bytes) => streams.BatchAppendReq.deserializeBinary(bytes));
}

function eventsIn(messages: ReturnType<typeof parsed>) {
  return messages.flatMap((message) => message.getProposedMessagesList());
}

describe('an append as it is sent', () => {
  it('is what the generated classes read', () => {
    const append = fc.record({
      stream: text,
      lastRevision: fc.integer({ min: -1, max: Number.MAX_SAFE_INTEGER }),
      events: fc.array(proposedEvent, { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(append, ({ stream, lastRevision, events }) => {
        const [message] = parsed(appendMessages(correlationId, { stream, lastRevision, events }));
        expect(message!.getCorrelationId()!.getString()).toBe(correlationId);
        expect(message!.getIsFinal()).toBe(true);
        const options = message!.getOptions()!;
        expect(Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(stream);
        expect(options.hasNoStream() ? -1 : Number(options.getStreamPosition())).toBe(lastRevision);
        expect(
          eventsIn([message!]).map((event) => ({
            id: event.getId()!.getString(),
            type: event.getMetadataMap().get('type'),
            contentType: event.getMetadataMap().get('content-type'),
            data: Buffer.from(event.getData_asU8()),
            metadata: Buffer.from(event.getCustomMetadata_asU8()).toString(),
          })),
        ).toEqual(
          events.map(({ data, ...event }) => ({
            ...event,
            contentType: typeof data === 'string' ? 'application/json' : 'application/octet-stream',
            data: Buffer.from(data as string),
          })),
        );
      }),
    );
  });

  it('is spread over several messages where its events are large, and ends with the last', () => {
    const events = Array.from({ length: 5 }, (_, n) => ({
      id: `${n}`,
      type: 'Large',
      data: `"${'x'.repeat(900_000)}"`,
      metadata: '{}',
    }));
    const append = { stream: 'alingsas:budget-SN.2025', lastRevision: 7, events };

    const messages = parsed(appendMessages(correlationId, append));

    expect(messages.map((message) => message.getProposedMessagesList().length)).toEqual([2, 2, 1]);
    expect(messages.map((message) => message.getIsFinal())).toEqual([false, false, true]);
    expect(messages.map((message) => message.hasOptions())).toEqual([true, false, false]);
    expect(new Set(messages.map((message) => message.getCorrelationId()!.getString()))).toEqual(
      new Set([correlationId]),
    );
    expect(eventsIn(messages).map((event) => event.getId()!.getString())).toEqual(events.map(({ id }) => id));
  });
});
