import fc from 'fast-check';
import { afterFailure, afterSuccess, firstAttempt, type Attempt } from './attempt.js';

/** Applies a page of which some events are poison, as the runner does; gives up at the third failure of one event. */
function search(poison: readonly boolean[]): { applied: number[]; at: Attempt; attempts: number } {
  const applied: number[] = [];
  let [at, attempts] = [firstAttempt(poison.length), 0];
  while (at.size > 0 && at.failures < 3) {
    const tried = Array.from({ length: at.size }, (_, n) => at.from + n);
    attempts += 1;
    if (tried.some((n) => poison[n])) {
      at = afterFailure(at);
    } else {
      applied.push(...tried);
      at = afterSuccess(at, poison.length);
    }
  }
  return { applied, at, attempts };
}

describe('the search for a poison event', () => {
  it('applies a page without poison in one attempt', () => {
    expect(search(Array.from({ length: 1_000 }, () => false)).attempts).toBe(1);
  });

  it('applies all that comes before the first poison event once and in order, and stops at it alone', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }), (poison) => {
        const { applied, at } = search(poison);
        const first = poison.includes(true) ? poison.indexOf(true) : poison.length;
        expect(applied).toEqual(Array.from({ length: first }, (_, n) => n));
        expect(at).toMatchObject({
          from: first,
          size: first < poison.length ? 1 : 0,
          failures: first < poison.length ? 3 : 0,
        });
      }),
    );
  });

  it('finds it among a thousand in about ten attempts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (n) => {
        expect(search(Array.from({ length: 1_000 }, (_, i) => i === n)).attempts).toBeLessThanOrEqual(14);
      }),
    );
  });
});
