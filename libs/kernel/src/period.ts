import type { PlainDate } from './plain-date.js';

/** A fiscal year of a Swedish municipality is the calendar year (lagen om kommunal bokföring och redovisning, 3:1). */
export type FiscalYear = number;

export const firstFiscalYear: FiscalYear = 1990;
export const lastFiscalYear: FiscalYear = 2200;

export function isFiscalYear(value: unknown): value is FiscalYear {
  return (
    Number.isInteger(value) && (value as number) >= firstFiscalYear && (value as number) <= lastFiscalYear
  );
}

export function isMonth(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 12;
}

/** The first day of the fiscal year. */
export function startOf(year: FiscalYear): PlainDate {
  return `${year}-01-01`;
}

/** The last day of a month of the fiscal year: the date on which its outcome holds. */
export function endOfMonth(year: FiscalYear, month: number): PlainDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
