import { SharedWork } from './shared-work.js';

describe('work that many ask for', () => {
  it('is done once for all who ask while it is being done before, and never for less', async () => {
    const ends: (() => void)[] = [];
    const work = new SharedWork(() => new Promise((resolve) => ends.push(resolve)));
    const done: string[] = [];
    const ask = (who: string) => work.run().then(() => done.push(who));

    const asked = [ask('first'), ask('second'), ask('third')];
    expect(ends).toHaveLength(1);
    ends[0]!();
    await asked[0];
    expect([done, ends.length]).toEqual([['first'], 2]);
    ends[1]!();
    await Promise.all(asked);
    expect(ends).toHaveLength(2);

    const fourth = ask('fourth');
    ends[2]!();
    await fourth;
    expect(done).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('is begun anew after it has failed', async () => {
    let attempts = 0;
    const work = new SharedWork(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('once');
    });
    const [first, second] = [work.run(), work.run()];
    await expect(first).rejects.toThrow('once');
    await expect(second).resolves.toBeUndefined();
    expect(attempts).toBe(2);
  });
});
