import type { Comparison } from '#libs/budget';
import { printPercent, type PrintedUnit } from '#libs/kernel';
import { amount, missing, notesFor } from './amounts.js';
import type { Column, Row, TextTable } from './table.js';

type ComparedRow = Comparison['lines'][number] | Comparison['totals'][number];
type Growth = ComparedRow['growth'][number];

const totals = { grossCost: 'Verksamhetens kostnader', netCost: 'Verksamhetens nettokostnader' } as const;

/** Years beside each other with their growth, and where it was asked for without the reserve that has moved. */
export function growthTable(comparison: Comparison, unit: PrintedUnit = 'tkr'): TextTable {
  const { years, lines, totals: sums, missingYears } = comparison;
  const rows: readonly Row[] = [
    ...lines
      .filter(({ kind }) => kind !== 'financial')
      .map((row) => ({ cells: [row.name, ...cellsOf(row, unit)] })),
    ...sums.map((row) => ({ cells: [totals[row.total], ...cellsOf(row, unit)], isSum: true })),
  ];
  const isReclassified = lines.some(({ reclassifiedGrowth }) => reclassifiedGrowth !== undefined);
  return {
    title: `Utveckling mellan åren (${unit} och procent)`,
    columns: [
      { heading: 'Kontogrupp', align: 'left' },
      ...years.map(({ year }) => ({ heading: String(year), align: 'right' }) as const),
      ...(lines[0]?.growth ?? []).flatMap(({ from, to }) => growthColumns(`${from}–${to}`, isReclassified)),
    ],
    rows,
    notes: notesFor(rows, [
      ...(isReclassified
        ? ['Utan buffert: förvaltningens buffert är borträknad ur båda åren, och flyttat ansvar är omräknat.']
        : []),
      ...(missingYears.length > 0 ? [`Utan budget och plan: ${missingYears.join(', ')}.`] : []),
    ]),
  };
}

function growthColumns(years: string, isReclassified: boolean): readonly Column[] {
  const printed = { heading: years, align: 'right' } as const;
  return isReclassified ? [printed, { heading: `${years}\nutan buffert`, align: 'right' }] : [printed];
}

function cellsOf({ amounts, growth, reclassifiedGrowth }: ComparedRow, unit: PrintedUnit): readonly string[] {
  return [
    ...amounts.map(({ amountOre }) => amount(amountOre, unit)),
    ...growth.flatMap((grown, n) => [
      percent(grown),
      ...(reclassifiedGrowth === undefined ? [] : [percent(reclassifiedGrowth[n])]),
    ]),
  ];
}

function percent(growth: Growth | undefined): string {
  return (growth && printPercent(growth.changeOre, growth.fromOre)) ?? missing;
}
