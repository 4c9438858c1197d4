import { sentTogether } from './sent-together.js';

describe('statements that were sent together', () => {
  it('answer in their order', async () => {
    expect(await sentTogether(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
  });

  it('fail with the first error, even where a later one is heard of first', async () => {
    const nested = (async () => {
      await Promise.resolve();
      throw new Error('lock not available');
    })();
    const sent = sentTogether(nested, Promise.reject(new Error('transaction is aborted')));

    await expect(sent).rejects.toThrow('lock not available');
  });
});
