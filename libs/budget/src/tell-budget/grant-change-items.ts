import { amountItem, withinSentence, type Item } from '#libs/kernel';
import type { GrantChangeKind, GrantChangePart } from '../contract/index.js';
import type { BudgetDocument } from '../fiscal-year/projected-budget.js';

/**
 * `budgets/2025/grantChange`, its parts by kind as `budgets/2025/grantChange/index/1`, and what their rounding leaves
 * at `budgets/2025/grantChange/rounding`.
 */
export function grantChangeItems({ year, grantChange }: BudgetDocument): readonly Item[] {
  if (!grantChange) return [];
  const { from, to, changeOre, parts, differenceOre } = grantChange.data;
  const place = { path: `budgets/${year}`, label: `kommunbidrag ${to.year}` };
  const whole = amountItem(place, 'grantChange', `förändring från ${from.year}`, changeOre);
  return [
    whole,
    ...numbered(parts).map(({ kind, number, reason, amountOre }) =>
      amountItem(whole, `${kind}/${number}`, `därav ${withinSentence(reason)}`, amountOre),
    ),
    ...(differenceOre === 0 ? [] : [amountItem(whole, 'rounding', 'därav avrundning', differenceOre)]),
  ];
}

/** Each part with its number among those of its kind, from 1. */
function numbered(parts: readonly GrantChangePart[]) {
  const counts = new Map<GrantChangeKind, number>();
  return parts.map((part) => {
    const number = (counts.get(part.kind) ?? 0) + 1;
    counts.set(part.kind, number);
    return { ...part, number };
  });
}
