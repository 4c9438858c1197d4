import fc from 'fast-check';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { readRecordedEvent, type RecordedEvent } from './recorded-event.js';

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const recordedEvent: fc.Arbitrary<RecordedEvent> = fc.record({
  stream: fc.string({ unit: 'grapheme' }),
  revision: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  position: fc.record({ commit: uint64, prepare: uint64 }),
  type: fc.string({ unit: 'grapheme' }),
  data: bytes,
  metadata: bytes,
});

/** As the generated classes write it, with what is passed by. */
function written({ stream, revision, position, type, data, metadata }: RecordedEvent): Buffer {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString('00000000-0000-4000-8000-000000000001'))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(String(revision))
    .setCommitPosition(String(position.commit))
    .setPreparePosition(String(position.prepare))
    .setData(data)
    .setCustomMetadata(metadata);
  event.getMetadataMap().set('created', '17000000000000000');
  event.getMetadataMap().set('type', type);
  event.getMetadataMap().set('content-type', 'application/json');
  const read = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(position.commit));
  return Buffer.from(new streams.ReadResp().setEvent(read).serializeBinary());
}

describe('an event as the server sends it', () => {
  it('is read as the generated classes wrote it', () => {
    fc.assert(
      fc.property(recordedEvent, (event) => expect(readRecordedEvent(written(event))).toEqual(event)),
    );
  });

  it('is told from answers that are none', () => {
    const name = new shared.StreamIdentifier().setStreamName(Buffer.from('alingsas:budget-SN.2025'));
    const answers = [
      new streams.ReadResp(),
      new streams.ReadResp().setConfirmation(
        new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('a'),
      ),
      new streams.ReadResp().setStreamNotFound(
        new streams.ReadResp.StreamNotFound().setStreamIdentifier(name),
      ),
      new streams.ReadResp().setCheckpoint(new streams.ReadResp.Checkpoint().setCommitPosition('7')),
      new streams.ReadResp().setLastStreamPosition('9'),
      new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()),
    ];
    expect(answers.map((answer) => readRecordedEvent(Buffer.from(answer.serializeBinary())))).toEqual(
      answers.map(() => null),
    );
  });

  it('is refused where it ends too early, wherever that is', () => {
    const whole = written({
      stream: 'alingsas:budget-SN.2025',
      revision: 300,
      position: { commit: 2n ** 63n, prepare: 1n },
      type: 'BudgetAdopted',
      data: Buffer.from('{}'),
      metadata: Buffer.from('{}'),
    });
    for (let length = 1; length < whole.length; length += 1) {
      expect(() => readRecordedEvent(whole.subarray(0, length))).toThrow('A message of the server ends');
    }
  });
});
