import { randomBytes } from 'node:crypto';

const digits = 32;
const saltsAtATime = 256;
let pool = '';
let used = 0;

/** 16 random bytes in hex, for one event alone. Drawn many at a time, since each draw costs more than its bytes. */
export function newSalt(): string {
  if (used >= pool.length) {
    pool = randomBytes((digits / 2) * saltsAtATime).toString('hex');
    used = 0;
  }
  used += digits;
  return pool.slice(used - digits, used);
}
