import { Turns } from './turns.js';

describe('turns', () => {
  it('are taken in order by works of the same key, whatever becomes of those before', async () => {
    const turns = new Turns();
    const gate = Promise.withResolvers<void>();
    const log: string[] = [];
    const first = turns.take('a', async () => {
      await gate.promise;
      log.push('first');
      throw new Error('failed');
    });
    const second = turns.take('a', async () => void log.push('second'));
    await turns.take('b', async () => void log.push('elsewhere'));
    gate.resolve();

    await expect(first).rejects.toThrow('failed');
    await second;
    expect(log).toEqual(['elsewhere', 'first', 'second']);
    expect(await turns.take('a', async () => 3)).toBe(3);
  });
});
