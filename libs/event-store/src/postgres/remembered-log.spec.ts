import { RememberedLog } from './remembered-log.js';

const recordedAt = '2023-09-19T12:00:00.000Z';
const idOf = (position: number) => `id ${position}`;
const endAt = (position: number) => ({ position, recordedAt, lastEvent: idOf(position) });
const event = (position: number, stream: string, revision: number) => {
  return {
    id: idOf(position),
    position: String(position),
    recordedAt,
    stream,
    revision,
    hash: `${stream} ${revision}`,
  };
};

function remembering(position: number, ...ends: readonly (readonly [string, number])[]): RememberedLog {
  const remembered = new RememberedLog();
  remembered.arriveAt(endAt(position));
  remembered.remember(ends.map(([stream, revision]) => [stream, { revision, hash: null }]));
  return remembered;
}

describe('a remembered log', () => {
  it('holds while the log ends where it ended', () => {
    const remembered = remembering(7, ['budget-SN.2023', 4], ['budget-SN.2024', -1]);
    remembered.arriveAt(endAt(7));

    const streams = ['budget-SN.2023', 'budget-SN.2024', 'budget-SN.2025'];
    expect(streams.map((stream) => remembered.get(stream)?.revision)).toEqual([4, -1, undefined]);
    expect(remembered.likelyEnd).toEqual(endAt(7));
  });

  it('follows the events that the writer itself adds', () => {
    const remembered = remembering(7, ['budget-SN.2023', 4]);
    remembered.advance([event(8, 'budget-SN.2023', 5), event(9, 'budget-SN.2024', 0)]);
    remembered.arriveAt(endAt(9));

    expect(remembered.get('budget-SN.2023')).toEqual({ revision: 5, hash: 'budget-SN.2023 5' });
    expect(remembered.get('budget-SN.2024')).toEqual({ revision: 0, hash: 'budget-SN.2024 0' });
  });

  it.each([8, 6, 0])('is forgotten where another process has moved the end from 7 to %p', (position) => {
    const remembered = remembering(7, ['budget-SN.2023', 4]);
    remembered.arriveAt(endAt(position));

    expect(remembered.get('budget-SN.2023')).toBeUndefined();
  });

  it('is not relied on while others write, until the log is found where it was left', () => {
    const remembered = remembering(7);
    remembered.distrust();
    expect(remembered.likelyEnd).toBeNull();
    remembered.arriveAt(endAt(8));
    remembered.advance([event(9, 'budget-SN.2023', 5)]);
    expect(remembered.likelyEnd).toBeNull();
    remembered.arriveAt(endAt(9));
    expect(remembered.likelyEnd).toEqual(endAt(9));
  });

  it('is empty after it was forgotten', () => {
    const remembered = remembering(7, ['budget-SN.2023', 4]);
    remembered.forget();

    expect(remembered.get('budget-SN.2023')).toBeUndefined();
    expect(remembered.likelyEnd).toBeNull();
  });

  it('is forgotten before it fills the memory', () => {
    const remembered = remembering(0);
    for (let n = 1; n <= 10_001; n += 1) {
      remembered.advance([event(n, `budget-SN.${n}`, 0)]);
    }

    expect(remembered.get('budget-SN.1')).toBeUndefined();
  });
});
