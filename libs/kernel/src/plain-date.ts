/** A date without time or zone, `YYYY-MM-DD`: meetings and decisions have dates, not instants. */
export type PlainDate = string;

/** An instant in UTC, RFC 3339 with milliseconds: `2026-11-23T05:22:18.123Z`. Compares as text. */
export type Instant = string;

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string' || !/^(1[6-9]|2\d)\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const result = new Date(`${date}T00:00:00Z`);
  result.setUTCDate(result.getUTCDate() + days);
  return result.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

export function latest(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((latestSoFar, date) => (date > latestSoFar ? date : latestSoFar), first);
}
