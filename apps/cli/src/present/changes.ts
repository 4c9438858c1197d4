import type { ItemChange, PrintedUnit } from '#libs/kernel';
import { namedLines } from './named-lines.js';
import { maxWidth, wrap } from './table.js';
import { alignedLines, tellChanges, widest, type ToldChange } from './told-values.js';

const gap = '  ';
/** Names longer than these are broken, or stand alone, so that what is said of the others stays near them. */
const [widestBesideAmounts, widestBesideWords] = [72, 40];

/** What changed, a line each: what belongs together below its common name, amounts below one another. */
export function changeLines(
  changes: readonly ItemChange[],
  unit: PrintedUnit,
  indent: string,
): readonly string[] {
  const told = tellChanges(changes, unit);
  const values = alignedLines(told);
  const rows = namedLines(changes.map(({ label }) => label)).map(({ depth, name, of }): Row => ({
    name: gap.repeat(depth) + name,
    told: of === null ? null : (told[of] ?? null),
    value: of === null ? '' : (values[of] ?? ''),
  }));
  const columns = columnsOf(rows, maxWidth - indent.length - gap.length);
  return rows.flatMap((row) => linesOf(row, columns, indent));
}

interface Row {
  /** Indented. */
  readonly name: string;
  /** Null of a name that several have in common. */
  readonly told: ToldChange | null;
  readonly value: string;
}

/** How wide the names are. */
interface Columns {
  readonly amounts: number;
  readonly words: number;
}

function columnsOf(rows: readonly Row[], width: number): Columns {
  const amounts = rows.filter(({ told }) => told?.isAmount);
  const words = rows.filter(({ told, name, value }) => {
    const isShort = name.length <= widestBesideWords && name.length + value.length <= width;
    return told && !told.isAmount && isShort;
  });
  const left = width - widest(amounts.map(({ value }) => value));
  return {
    amounts: Math.min(widestBesideAmounts, left, widest(amounts.map(({ name }) => name))),
    words: widest(words.map(({ name }) => name)),
  };
}

function linesOf({ name, told, value }: Row, columns: Columns, indent: string): readonly string[] {
  const words = name.trimStart();
  const deep = indent + name.slice(0, name.length - words.length);
  if (!told) return wrap(words, deep);
  if (told.isAmount) {
    const parts = wrap(words, deep, indent.length + columns.amounts);
    const last = (parts.at(-1) ?? '').padEnd(indent.length + columns.amounts);
    return [...parts.slice(0, -1), `${last}${gap}${value}`];
  }
  const [aligned = '', close] = [name.padEnd(columns.words), name].map((text) => indent + text + gap + value);
  const line = [aligned, close].find((text) => text !== undefined && text.length <= maxWidth);
  return line === undefined ? [...wrap(words, deep), ...longWords(told, value, deep + gap)] : [line];
}

function longWords({ from, to }: ToldChange, value: string, indent: string): readonly string[] {
  if (indent.length + value.length <= maxWidth) return [indent + value];
  return from === '' ? wrap(to, indent) : [...wrap(from, indent), ...wrap(`→ ${to}`, indent)];
}
