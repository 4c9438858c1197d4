import { enumerate, sumOre, tellExactly, withinSentence, type FiscalYear } from '#libs/kernel';
import type { BudgetAmended, BudgetReallocated, RecordedChange } from '../contract/index.js';

/** More than these and a sentence is no longer read: the changes themselves stand beside it. */
const mostInASentence = 3;

export function tellAmendment({ changes }: BudgetAmended['data'], year: FiscalYear): string {
  const what =
    changes.length > mostInASentence
      ? `${changes.length} kontogrupper`
      : enumerate(changes.map((change) => `${tellMoreOrLess(change)} i ${withinSentence(change.name)}`));
  return `Budgeten för ${year} ändrades genom tilläggsbudget: ${what}`;
}

/** A cost is negative, so less of it is a positive change; what a net of income and costs becomes, its sign tells. */
function tellMoreOrLess({ kind, changeOre }: RecordedChange): string {
  if (kind === 'financial') return tellExactly(changeOre);
  const isMore = kind === 'cost' ? changeOre < 0 : changeOre > 0;
  return `${tellExactly(Math.abs(changeOre))} ${isMore ? 'mer' : 'mindre'}`;
}

/** Whatever is to cost less, or to bring in more, gives; the others receive. */
export function tellReallocation({ changes }: BudgetReallocated['data'], year: FiscalYear): string {
  const giving = changes.filter(({ changeOre }) => changeOre > 0);
  const receiving = changes.filter(({ changeOre }) => changeOre < 0);
  const movedOre = sumOre(giving.map(({ changeOre }) => changeOre));
  const [from, to] = [tellGroups(giving), tellGroups(receiving)];
  return `I budgeten för ${year} omfördelades ${tellExactly(movedOre)} från ${from} till ${to}`;
}

/** Each with its amount, where there are several. */
function tellGroups(changes: readonly RecordedChange[]): string {
  const groups = changes.map(({ name, changeOre }) => {
    const amount = changes.length > 1 ? ` (${tellExactly(Math.abs(changeOre))})` : '';
    return withinSentence(name) + amount;
  });
  return enumerate(groups);
}
