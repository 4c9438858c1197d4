import type { ItemExplainedAnswer } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import { maxWidth, type TextTable } from './table.js';
import { tellValue, widest } from './told-values.js';

const gaps = 4;
const [widestValue, narrowestName] = [30, 24];

/** What stands below a path: where, what it is called and what it says. */
export function itemsBelowTable(
  { path, below }: Pick<ItemExplainedAnswer, 'path' | 'below'>,
  unit: PrintedUnit,
): TextTable {
  const told = below.map((item) => tellValue(item.value, unit, item.label));
  const isAmount = (n: number) => below[n]?.value.kind === 'amount';
  const amounts = widest(told.filter((_, n) => isAmount(n)));
  const value = (n: number) => (told[n] ?? '').padStart(isAmount(n) ? amounts : 0);
  const rows = below.map((item, n) => ({
    cells: [item.path.slice(path.length + 1), item.label, value(n)],
  }));
  const column = (n: number, heading: string) =>
    widest([heading, ...rows.map(({ cells }) => cells[n] ?? '')]);
  const valueWidth = Math.min(widestValue, column(2, 'Värde'));
  const nameWidth = Math.max(narrowestName, maxWidth - gaps - valueWidth - column(0, 'Sökväg'));
  return {
    title: `${path} (${unit})`,
    columns: [
      { heading: 'Sökväg', align: 'left' },
      { heading: 'Vad', align: 'left', width: Math.min(nameWidth, column(1, 'Vad')) },
      { heading: 'Värde', align: below.every((_, n) => isAmount(n)) ? 'right' : 'left', width: valueWidth },
    ],
    rows,
    notes: [],
  };
}
