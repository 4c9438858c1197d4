import type { YearEndAccountsView } from '#libs/follow-up';
import type { PrintedUnit } from '#libs/kernel';
import { amount, notesFor } from './amounts.js';
import { roundingNote } from './rounding-note.js';
import type { Row, TextTable } from './table.js';

/** What the table shows of the accounts. */
export interface ShownAccounts extends Pick<YearEndAccountsView, 'year' | 'rows' | 'budgetRounding'> {
  readonly accounts: Pick<NonNullable<YearEndAccountsView['accounts']>, 'rounding'> | null;
}

/** The accounts of a year against its budget and the year before, as the annual report prints them. */
export function accountsTable(view: ShownAccounts, unit: PrintedUnit = 'tkr'): TextTable {
  const { year } = view;
  const headings = [`Budget ${year}`, `Utfall ${year}`, 'Avvikelse', `Utfall ${year - 1}`, 'Skillnad'];
  const rows = view.rows.map((row): Row => ({
    cells: [
      row.name,
      amount(row.budgetOre, unit),
      amount(row.accountsOre, unit),
      amount(row.variance?.amountOre, unit),
      amount(row.previousAccountsOre, unit),
      amount(row.difference?.amountOre, unit),
    ],
    isSum: row.kind === null,
  }));
  return {
    title: `Bokslut ${year} (${unit})`,
    columns: [
      { heading: 'Kontogrupp', align: 'left' },
      ...headings.map((heading) => ({ heading, align: 'right' }) as const),
    ],
    rows,
    notes: notesFor(rows, [...differencesNote(view, unit), ...roundingNotes(view, unit)]),
  };
}

/** Documents round before they take differences, so theirs can stand a unit or so beside these. */
function differencesNote({ rows }: ShownAccounts, unit: PrintedUnit): readonly string[] {
  const toleranceOre = Math.max(0, ...rows.map(({ variance }) => variance?.toleranceOre ?? 0));
  if (toleranceOre === 0) return [];
  return [
    `Avvikelse och skillnad räknas på de registrerade beloppen; tryckta kan skilja högst ${amount(toleranceOre, unit)} ${unit} av avrundning.`,
  ];
}

function roundingNotes(
  { accounts, budgetRounding, year }: ShownAccounts,
  unit: PrintedUnit,
): readonly string[] {
  return [
    ...budgetRounding.map((difference) => roundingNote(`Budget ${year}`, difference, unit)),
    ...(accounts?.rounding ?? []).map((difference) => roundingNote(`Utfall ${year}`, difference, unit)),
  ];
}
