/** A date without time or zone, `YYYY-MM-DD`: meetings and decisions have dates, not instants. */
export type PlainDate = string;

/** An instant in UTC, RFC 3339 with milliseconds: `2026-11-23T05:22:18.123Z`. Compares as text. */
export type Instant = string;

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string' || !/^(1[6-9]|2\d)\d\d-(0[1-9]|1[0-2])-\d\d$/.test(value)) return false;
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))];
  return day >= 1 && day <= daysIn(year, month);
}

/** Days of a month, by the Gregorian calendar; every recorded date is checked, so no Date is made for it. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
