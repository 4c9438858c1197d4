import type { Actor, ErasedBy, Instant, Projection, Recorded } from '#libs/kernel';
import { budgetContext, budgetOf, type BudgetEvent } from '../contract/index.js';
import { budgetIndex, budgetKeysOf, budgetSources } from '../fiscal-year/budget-documents.js';
import { restsOn, type RestsOn } from '../fiscal-year/rests-on.js';
import { evolveYearBudget, figuresOf, noYearBudget, type YearBudget } from '../fiscal-year/year-budget.js';
import { differences, type Difference } from './differences.js';

/** Something that was recorded of a budget year: who, when, under which paragraph, and what changed to what. */
export interface HistoryEntry {
  readonly type: BudgetEvent['type'];
  /** The stream and the place in it; another year's where that one's budget plans this year. */
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** As it was recorded: a later fact that says the paragraph is an entry of its own. */
  readonly restsOn: RestsOn;
  /** What the fact says, as it stands in the log; of an adoption that plans this year only the plan. Null where erased. */
  readonly data: object | null;
  readonly changes: readonly Difference[];
  /** Where a decision has destroyed what the fact said: which one, also as a Swedish sentence. */
  readonly erased?: ErasedBy & { readonly sentence: string };
}

export interface BudgetHistory {
  readonly budget: YearBudget;
  readonly entries: readonly HistoryEntry[];
}

export const budgetHistories: Projection<BudgetHistory, BudgetEvent> = {
  name: 'budget-histories',
  version: 1,
  contexts: [budgetContext],
  keysOf: budgetKeysOf,
  initial: (key) => ({ budget: noYearBudget(key), entries: [] }),
  evolve: ({ budget: before, entries }, event) => {
    const budget = evolveYearBudget(before, event);
    return { budget, entries: [...entries, entryOf(event, before, budget)] };
  },
  index: ({ budget }) => budgetIndex(budget),
  sources: budgetSources,
};

function entryOf(event: Recorded<BudgetEvent>, before: YearBudget, after: YearBudget): HistoryEntry {
  const { stream, revision, recordedAt, actor } = event.record;
  return {
    type: event.type,
    stream,
    revision,
    recordedAt,
    actor,
    restsOn: restsOn(event.basis),
    data: dataFor(event, after.year),
    changes: differences(figuresOf(before), figuresOf(after)),
  };
}

function dataFor(event: Recorded<BudgetEvent>, year: number): object {
  if (event.type !== 'BudgetAdopted' || budgetOf(event).year === year) return event.data;
  return event.data.planYears.find((plan) => plan.year === year) ?? {};
}
