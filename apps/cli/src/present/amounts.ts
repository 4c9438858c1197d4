import { printAmount, type Ore, type PrintedUnit } from '#libs/kernel';

/** What a cell shows where nothing is stated: never zero. */
export const missing = '–';
export const missingNote = `${missing} betyder ingen uppgift.`;

/** Mnkr with one decimal, tkr and kr in whole ones; `–` where there is no figure. */
export function amount(amountOre: Ore | null | undefined, unit: PrintedUnit): string {
  if (amountOre === null || amountOre === undefined) return missing;
  return printAmount(amountOre, unit, { decimals: fewestDecimals(unit) });
}

export function fewestDecimals(unit: PrintedUnit): number {
  return unit === 'mnkr' ? 1 : 0;
}

/** The note is given where a cell of the table shows nothing. */
export function notesFor(
  rows: readonly { readonly cells: readonly string[] }[],
  notes: readonly string[] = [],
) {
  return rows.some(({ cells }) => cells.includes(missing)) ? [...notes, missingNote] : notes;
}
