import { printAmount, type PrintedUnit, type RoundingDifference, type StatementTotal } from '#libs/kernel';

const totals: Readonly<Record<StatementTotal, string>> = {
  grossCost: 'verksamhetens kostnader',
  netCost: 'nettokostnaden',
  annualResult: 'årets resultat',
};

/** Why a printed sum differs from what its parts add up to. */
export function roundingNote(of: string, difference: RoundingDifference, unit: PrintedUnit): string {
  const { total, printedOre, computedOre, differenceOre, toleranceOre } = difference;
  const print = (ore: number) => `${printAmount(ore, unit)} ${unit}`;
  return `${of}: ${totals[total]} är tryckt som ${print(printedOre)} och delarna ger ${print(computedOre)}. Skillnaden ${print(differenceOre)} förklaras av avrundning, som kan ge högst ${print(toleranceOre)}.`;
}
