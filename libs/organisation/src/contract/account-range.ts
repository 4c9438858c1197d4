/**
 * Accounts that belong to an account group. Codes compare by digits from the left: `30` to `39` takes in 30, 3011
 * and 39999, and `4` to `45` takes in 4000 to 4599.
 */
export interface AccountRange {
  /** Digits, 1 to {@link maxAccountDigits}. */
  readonly from: string;
  /** Inclusive, with everything that begins so. */
  readonly to: string;
  /** The id of the account group. */
  readonly accountGroup: string;
}

export const maxAccountDigits = 10;
export const accountCodePattern = /^\d{1,10}$/;

/** The account group that the account belongs to, or null where no range takes it in. */
export function accountGroupOf(account: string, ranges: readonly AccountRange[]): string | null {
  const range = ranges.find(
    ({ from, to }) => lowest(account) >= lowest(from) && highest(account) <= highest(to),
  );
  return range?.accountGroup ?? null;
}

/** Whether some account would belong to both. */
export function rangesOverlap(a: AccountRange, b: AccountRange): boolean {
  return lowest(a.from) <= highest(b.to) && lowest(b.from) <= highest(a.to);
}

/** Whether no account can be in the range. */
export function isEmptyRange({ from, to }: AccountRange): boolean {
  return lowest(from) > highest(to);
}

/** The first account that begins with the code, as ten digits, so that texts compare as numbers do. */
function lowest(code: string): string {
  return code.padEnd(maxAccountDigits, '0');
}

/** The last account that begins with the code. */
function highest(code: string): string {
  return code.padEnd(maxAccountDigits, '9');
}
