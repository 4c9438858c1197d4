import type { ItemChange, PrintedUnit } from '#libs/kernel';
import { maxWidth, wrap } from './table.js';
import { alignedLines, tellChanges, widest, type ToldChange } from './told-values.js';

const gap = '  ';
/** A name longer than this is broken, so that the amounts of the others stay near theirs. */
const widestName = 72;

/** What changed, a line each: what belongs together below its common name, amounts below one another. */
export function changeLines(
  changes: readonly ItemChange[],
  unit: PrintedUnit,
  indent: string,
): readonly string[] {
  const named = withCommonNames(changes);
  const told = tellChanges(changes, unit);
  const values = alignedLines(told);
  const amounts = widest(values.filter((_, n) => told[n]?.isAmount));
  const widestBesideAmounts = Math.min(widestName, maxWidth - indent.length - gap.length - amounts);
  const width = Math.min(widestBesideAmounts, widest(named.map(({ name }) => name)));
  return named.flatMap(({ heading, name }, n) => [
    ...(heading === undefined ? [] : wrap(heading, indent)),
    ...linesOf({ name, width, told: told[n], value: values[n] ?? '' }, indent),
  ]);
}

interface Named {
  /** Above the first of several that begin with it. */
  readonly heading?: string;
  /** What is left of the label below the heading, indented. */
  readonly name: string;
}

/** Labels that follow each other and have their first part in common are told without it, below it. */
function withCommonNames(changes: readonly ItemChange[]): readonly Named[] {
  const groups: ItemChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0] && firstPart(last[0]) === firstPart(change)) last.push(change);
    else groups.push([change]);
  }
  return groups.flatMap((group) => {
    const heading = group.length > 1 ? group[0] && firstPart(group[0]) : undefined;
    if (heading === undefined || heading === '') return group.map(({ label }) => ({ name: label }));
    return group.map(({ label }, n) => ({
      name: gap + label.slice(heading.length + 2),
      ...(n === 0 && { heading }),
    }));
  });
}

/** `budget 2025` of `budget 2025, övriga kostnader`; empty where the label has one part only. */
function firstPart({ label }: ItemChange): string {
  return label.slice(0, Math.max(0, label.indexOf(', ')));
}

interface Line {
  readonly name: string;
  readonly width: number;
  readonly told: ToldChange | undefined;
  readonly value: string;
}

function linesOf({ name, width, told, value }: Line, indent: string): readonly string[] {
  const deep = indent + name.slice(0, name.length - name.trimStart().length);
  const parts = wrap(name.trimStart(), deep, indent.length + width);
  const last = parts.at(-1) ?? '';
  const line = `${last.padEnd(indent.length + width)}${gap}${value}`.trimEnd();
  if (line.length <= maxWidth) return [...parts.slice(0, -1), line];
  const { from = '', to = '' } = told ?? {};
  const words = from === '' ? [to] : [from, `→ ${to}`];
  return [...wrap(name.trimStart(), deep), ...words.flatMap((text) => wrap(text, deep + gap))];
}
