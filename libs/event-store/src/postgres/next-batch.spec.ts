import { nextBatch } from './next-batch.js';

const waiting = (bytes: number, alone = false) => ({ append: { bytes }, alone });
const limits = { appends: 3, bytes: 100 };

describe('the next batch', () => {
  it.each([
    ['nothing where nothing waits', [], 0],
    ['all that wait', [waiting(10), waiting(10)], 2],
    ['no more appends than are allowed', [waiting(1), waiting(1), waiting(1), waiting(1)], 3],
    ['no more bytes than are allowed', [waiting(60), waiting(40), waiting(1)], 2],
    ['one at least, however large', [waiting(1_000), waiting(1)], 1],
    ['one alone', [waiting(1, true), waiting(1)], 1],
    ['none that is to be alone', [waiting(1), waiting(1, true), waiting(1)], 1],
  ])('takes %s', (_, given, taken) => {
    expect(nextBatch(given, limits)).toEqual(given.slice(0, taken));
  });
});
