import { signingDue } from './signing-due.js';

const when = { signAfterEvents: 256, signAfterMs: 60_000 };
const signedAt = new Date('2026-11-23T05:22:18.123Z');
const after = (ms: number) => new Date(signedAt.getTime() + ms);

describe('a log is to be signed', () => {
  it.each([
    ['at once where it never was', { size: 1, signedSize: 0, signedAt: null }, 0, true],
    ['not where it has not grown', { size: 7, signedSize: 7, signedAt }, 10 * 60_000, false],
    ['not where there is nothing of it', { size: 0, signedSize: 0, signedAt: null }, 0, false],
    ['not for an event after a while', { size: 8, signedSize: 7, signedAt }, 59_999, false],
    ['for an event after a minute', { size: 8, signedSize: 7, signedAt }, 60_000, true],
    ['not for 255 events at once', { size: 262, signedSize: 7, signedAt }, 0, false],
    ['for 256 events at once', { size: 263, signedSize: 7, signedAt }, 0, true],
    ['where the clock was set back', { size: 8, signedSize: 7, signedAt }, -1, true],
  ])('%s', (_, log, passedMs, due) => {
    expect(signingDue(log, after(passedMs), when)).toBe(due);
  });
});
