import { KeyedQueue } from './keyed-queue.js';

/** A task that ends when it is told to. */
function controlled(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const task = () => {
    log.push(name);
    return promise;
  };
  return { task, finish: () => resolve(name), fail: () => reject(new Error(name)) };
}

describe('a keyed queue', () => {
  it('runs tasks of one key in turn and of another key meanwhile', async () => {
    const [queue, started]: [KeyedQueue, string[]] = [new KeyedQueue(), []];
    const [first, second, other] = ['first', 'second', 'other'].map((name) => controlled(started, name));
    const results = [queue.run('a', first!.task), queue.run('a', second!.task), queue.run('b', other!.task)];
    other!.finish();
    await results[2];
    expect(started).toEqual(['first', 'other']);
    first!.finish();
    await results[0];
    second!.finish();
    expect(await Promise.all(results)).toEqual(['first', 'second', 'other']);
    expect(started).toEqual(['first', 'other', 'second']);
  });

  it('goes on after a task that failed, and tells only its own caller', async () => {
    const [queue, started]: [KeyedQueue, string[]] = [new KeyedQueue(), []];
    const [failing, next] = ['failing', 'next'].map((name) => controlled(started, name));
    const [failed, fine] = [queue.run('a', failing!.task), queue.run('a', next!.task)];
    failing!.fail();
    next!.finish();
    await expect(failed).rejects.toThrow('failing');
    await expect(fine).resolves.toBe('next');
  });
});
