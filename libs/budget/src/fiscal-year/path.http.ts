import type { PathParameters } from '#libs/http';

/** Where a budget year is found, whatever was recorded of it. */
export function budgetPath({ municipality, committee, year }: PathParameters): string {
  return `/api/v1/${municipality}/committees/${committee}/budgets/${year}`;
}
