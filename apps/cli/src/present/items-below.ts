import type { ItemExplainedAnswer } from '#libs/audit';
import type { Item, PrintedUnit } from '#libs/kernel';
import { maxWidth, renderTable, wrap } from './table.js';
import { tellValue, widest } from './told-values.js';

const gaps = 4;
const [widestValue, narrowestName] = [30, 40];

/** What stands below a path: where, what it is called and what it says. */
export function itemsBelowText(
  { path, below }: Pick<ItemExplainedAnswer, 'path' | 'below'>,
  unit: PrintedUnit,
): string {
  const items = below.map((item) => ({ ...item, path: item.path.slice(path.length + 1) }));
  const title = below.some(({ value }) => value.kind === 'amount') ? `${path} (${unit})` : path;
  return tableOf(title, items, unit) ?? listOf(title, items, unit);
}

/** Null where names and values would be too narrow to be read. */
function tableOf(title: string, items: readonly Item[], unit: PrintedUnit): string | null {
  const values = valuesOf(items, unit);
  const [paths, names] = [items.map(({ path }) => path), items.map(({ label }) => label)];
  const value = Math.min(widestValue, widest(['Värde', ...values]));
  const left = maxWidth - gaps - value - widest(['Sökväg', ...paths]);
  const name = Math.min(left, widest(['Vad', ...names]));
  if (left < narrowestName && name < widest(names)) return null;
  const isOfAmounts = items.every((item) => item.value.kind === 'amount');
  return renderTable({
    title,
    columns: [
      { heading: 'Sökväg', align: 'left' },
      { heading: 'Vad', align: 'left', width: name },
      { heading: 'Värde', align: isOfAmounts ? 'right' : 'left', width: value },
    ],
    rows: items.map(({ path, label }, n) => ({ cells: [path, label, values[n] ?? ''] })),
    notes: [],
  });
}

/** Amounts below one another, also among words. */
function valuesOf(items: readonly Item[], unit: PrintedUnit): readonly string[] {
  const values = items.map(({ value, label }) => tellValue(value, unit, label));
  const amounts = widest(values.filter((_, n) => items[n]?.value.kind === 'amount'));
  return values.map((value, n) => (items[n]?.value.kind === 'amount' ? value.padStart(amounts) : value));
}

function listOf(title: string, items: readonly Item[], unit: PrintedUnit): string {
  const lines = items.flatMap(({ path, label, value }) => [
    path,
    ...wrap(`${label}: ${tellValue(value, unit, label)}`, '  '),
  ]);
  return `${[...wrap(title), '', ...lines].join('\n')}\n`;
}
