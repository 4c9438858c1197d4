import type { ItemExplainedAnswer } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import { itemsBelowText } from './items-below.js';
import { maxWidth, wrap } from './table.js';
import { deeper, sentenceLines } from './told-fact.js';
import { alignedLines, tellChanges, tellValue } from './told-values.js';

/** What something says, and the events that it is made of; and what stands below a path. */
export function itemExplainedText(explained: ItemExplainedAnswer, unit: PrintedUnit): string {
  const { steps, below } = explained;
  return [
    ...(steps.length > 0 ? [chainText(explained, unit)] : []),
    ...(below.length > 0 ? [itemsBelowText(explained, unit)] : []),
  ].join('\n');
}

function chainText(explained: ItemExplainedAnswer, unit: PrintedUnit): string {
  const { steps, erased } = explained;
  const label = explained.item?.label ?? '';
  const values = alignedLines(
    tellChanges(
      steps.map((step) => ({ ...step, label })),
      unit,
    ),
  );
  const told = steps.flatMap((step, n) => ['', ...sentenceLines(step), ...wrapped(values[n] ?? '')]);
  const gone = erased.flatMap((fact) => ['', ...sentenceLines(fact)]);
  const beside =
    gone.length === 0 ? [] : ['', 'Gallrat ur samma strömmar; vad det ändrade vet ingen:', ...gone];
  return `${[...headLines(explained, unit), ...told, ...beside].join('\n')}\n`;
}

/** Amounts keep their place below one another; words are broken between. */
function wrapped(value: string): readonly string[] {
  return deeper.length + value.length > maxWidth ? wrap(value, deeper) : [deeper + value];
}

function headLines({ item, path, asOf, knownAt }: ItemExplainedAnswer, unit: PrintedUnit): readonly string[] {
  const times = [
    ...(asOf === null ? [] : [`som det gällde ${asOf}`]),
    ...(knownAt === null ? [] : [`så långt det var registrerat ${knownAt}`]),
  ];
  const value = item && tellValue(item.value, unit, item.label);
  const head = item
    ? `${item.label}: ${value}${item.value.kind === 'amount' ? ` ${unit}` : ''}`
    : `${path} gäller inte längre`;
  return wrap([head, ...times].join(', '));
}
