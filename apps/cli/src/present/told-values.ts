import {
  printAmount,
  type AmountValue,
  type ItemChange,
  type ItemValue,
  type PrintedUnit,
} from '#libs/kernel';
import { amount, fewestDecimals, missing } from './amounts.js';

/** What something was and is, ready to be read. */
export interface ToldChange {
  readonly isAmount: boolean;
  /** Empty where it did not hold before. */
  readonly from: string;
  /** A dash where it holds no longer. */
  readonly to: string;
}

const arrow = ' → ';

/** `label` is what people are told beside it: what it says already is not said again. */
export function tellValue(value: ItemValue, unit: PrintedUnit, label = ''): string {
  return value.kind === 'words' ? value.words : amount(value.amountOre, unit) + kindOf(value, label);
}

/** What was and is of several, the amounts with as many decimals as it takes to see that each pair of them differs. */
export function tellChanges(changes: readonly Changed[], unit: PrintedUnit): readonly ToldChange[] {
  const decimals = Math.max(fewestDecimals(unit), ...changes.map((change) => decimalsOf(change, unit)));
  return changes.map((change) => tellChange(change, unit, decimals));
}

/** `label` is what people are told beside it. */
type Changed = Pick<ItemChange, 'from' | 'to' | 'label'>;

function tellChange({ from, to, label }: Changed, unit: PrintedUnit, decimals: number): ToldChange {
  if (from?.kind === 'words' || to?.kind === 'words') {
    const [before, after] = [from, to].map((value) => (value ? tellValue(value, unit, label) : null));
    return { isAmount: false, from: before ?? '', to: after ?? missing };
  }
  const tell = ({ amountOre }: AmountValue) => printAmount(amountOre, unit, { decimals });
  return {
    isAmount: true,
    from: from === null ? '' : tell(from) + (from.as === to?.as ? '' : kindOf(from, label)),
    to: to === null ? missing : tell(to) + kindOf(to, label),
  };
}

function decimalsOf({ from, to }: Changed, unit: PrintedUnit): number {
  let decimals = fewestDecimals(unit);
  if (from?.kind !== 'amount' || to?.kind !== 'amount' || from.amountOre === to.amountOre) return decimals;
  const tell = ({ amountOre }: AmountValue) => printAmount(amountOre, unit, { decimals });
  while (tell(from) === tell(to)) decimals += 1;
  return decimals;
}

function kindOf({ as }: AmountValue, label: string): string {
  return as === undefined || label.includes(as) ? '' : ` (${as})`;
}

/** Each on one line, amounts below one another. */
export function alignedLines(changes: readonly ToldChange[]): readonly string[] {
  const amounts = changes.filter(({ isAmount }) => isAmount);
  const [from, to] = [
    widest(amounts.map((change) => change.from)),
    widest(amounts.map((change) => change.to)),
  ];
  return changes.map((change) => {
    if (!change.isAmount) return change.from === '' ? change.to : change.from + arrow + change.to;
    const before = change.from.padStart(from) + (change.from === '' ? ' '.repeat(arrow.length) : arrow);
    return (from === 0 ? '' : before) + change.to.padStart(to);
  });
}

export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
