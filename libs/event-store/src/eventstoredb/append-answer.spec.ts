import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { readAppendAnswer } from './append-answer.js';
import { messageField, uint64Field } from './protobuf-writer.js';

const correlationId = '0a1b2c3d-4e5f-4a6b-bc8d-9e0f1a2b3c4d';
const base = () => new streams.BatchAppendResp().setCorrelationId(new shared.UUID().setString(correlationId));
const read = (answer: BatchAppendResp) => readAppendAnswer(Buffer.from(answer.serializeBinary()));

function refusal(type: string, value: Uint8Array, message = ''): BatchAppendResp {
  const details = new anyPb.Any();
  details.pack(value, `event_store.client.${type}`);
  return base().setError(new statusPb.Status().setMessage(message).setDetails(details));
}

describe('what the server says to an append', () => {
  it('is where the last event stands', () => {
    const position = new shared.AllStreamPosition()
      .setCommitPosition('9007199254740993')
      .setPreparePosition('18446744073709551615');
    const success = new streams.BatchAppendResp.Success().setCurrentRevision('41').setPosition(position);
    expect(read(base().setSuccess(success))).toEqual({
      correlationId,
      answer: {
        kind: 'appended',
        revision: 41,
        position: { commit: 9_007_199_254_740_993n, prepare: 2n ** 64n - 1n },
      },
    });
  });

  it('may lack the position', () => {
    const success = new streams.BatchAppendResp.Success().setCurrentRevision('0');
    expect(read(base().setSuccess(success)).answer).toEqual({
      kind: 'appended',
      revision: 0,
      position: null,
    });
  });

  it('may be that the stream ends elsewhere', () => {
    const wrong = new shared.WrongExpectedVersion().setCurrentStreamRevision('3');
    expect(read(refusal('WrongExpectedVersion', wrong.serializeBinary())).answer).toEqual({
      kind: 'wrong-revision',
    });
  });

  it.each([
    [
      'MaximumAppendSizeExceeded',
      new shared.MaximumAppendSizeExceeded().setMaxappendsize(1_048_576).serializeBinary(),
      1_048_576,
    ],
    // Newer than the client: id, size, largest size.
    [
      'MaximumAppendEventSizeExceeded',
      Buffer.concat([messageField(1, Buffer.from('id')), uint64Field(2, 9_999), uint64Field(3, 1_000)]),
      1_000,
    ],
    ['StreamDeleted', new shared.StreamDeleted().serializeBinary(), 0],
    ['Timeout', new shared.Timeout().serializeBinary(), 0],
    ['SomethingNew', new Uint8Array(), 0],
  ])('may be refused: %s', (reason, value, maxBytes) => {
    expect(read(refusal(reason, value, 'a word')).answer).toEqual({
      kind: 'refused',
      reason,
      message: 'a word',
      maxBytes,
    });
  });

  it('is told apart by an id that may come back in two halves', () => {
    const halves = [0, 1].map((n) =>
      BigInt(`0x${correlationId.replaceAll('-', '').slice(16 * n, 16 * n + 16)}`),
    );
    const structured = new shared.UUID.Structured()
      .setMostSignificantBits(String(BigInt.asIntN(64, halves[0]!)))
      .setLeastSignificantBits(String(BigInt.asIntN(64, halves[1]!)));
    const answer = refusal('Timeout', new Uint8Array()).setCorrelationId(
      new shared.UUID().setStructured(structured),
    );
    expect(read(answer).correlationId).toBe(correlationId);
  });
});
