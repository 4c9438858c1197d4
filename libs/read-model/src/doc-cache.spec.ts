import fc from 'fast-check';
import { DocCache } from './doc-cache.js';

describe('the cache of documents', () => {
  it('gives what was put in last, or nothing, and keeps no more than fits', () => {
    const steps = fc.array(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), size: fc.integer({ min: 1, max: 30 }) }),
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 60, max: 90 }), (puts, capacity) => {
        const cache = new DocCache(capacity);
        const last = new Map<string, { size: number }>();
        for (const put of puts) {
          cache.set(put.key, put, put.size);
          last.set(put.key, put);
          expect(cache.get(put.key)).toBe(put);
        }
        const kept = [...last].filter(([key]) => cache.has(key));
        expect(kept.reduce((sum, [, { size }]) => sum + size, 0)).toBeLessThanOrEqual(capacity);
        for (const [key, put] of kept) expect([put, undefined]).toContain(cache.get(key));
      }),
    );
  });

  it('drops what has not been used for longest', () => {
    const cache = new DocCache(4);
    for (const key of ['a', 'b', 'c']) cache.set(key, key, 1);
    cache.get('a');
    for (const key of ['d', 'e']) cache.set(key, key, 1);

    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.has(key))).toEqual(['a', 'c', 'd', 'e']);
  });
});
