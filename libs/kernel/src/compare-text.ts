/** For sorting texts whose code units tell their order, as those of dates and instants do. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
