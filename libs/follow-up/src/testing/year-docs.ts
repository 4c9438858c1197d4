import { actionPlanStreamId, type ActionPlanEvent } from '#libs/action-plan/contract';
import { budgetStreamId, type BudgetEvent } from '#libs/budget/contract';
import { foldInto, qualifies, type AsOf, type FiscalYear, type Recorded, type StreamId } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { followUpStreamId, type FollowUpEvent } from '../contract/index.js';
import type { FollowUpYear } from '../fiscal-year/year-document.js';
import { followUpYearKey, followUpYears, type YearEvent } from '../fiscal-year/year-projection.js';

/** The facts of Socialnämnden's streams, each stream in its order. */
export interface Facts {
  readonly budget?: Readonly<Record<FiscalYear, readonly BudgetEvent[]>>;
  /** By the id of the plan. */
  readonly actionPlan?: Readonly<Record<string, readonly ActionPlanEvent[]>>;
  readonly followUp?: Readonly<Record<FiscalYear, readonly FollowUpEvent[]>>;
}

/**
 * The documents that the facts add up to: budgets, then plans, then follow-up, each stream recorded from a full hour
 * on, one fact a minute: `2026-01-01T01:02` is the third fact of the second stream.
 */
export function yearDocs(facts: Facts, asOf: AsOf = {}): readonly FollowUpYear[] {
  const events = recordedFacts(facts).filter((event) => qualifies(event, asOf));
  return [...foldInto(followUpYears, new Map<string, FollowUpYear>(), events).values()];
}

export function yearDoc(year: FiscalYear, facts: Facts, asOf: AsOf = {}): FollowUpYear {
  const doc = yearDocs(facts, asOf).find((candidate) => candidate.year === year);
  return doc ?? followUpYears.initial(followUpYearKey('SN', year));
}

export function recordedFacts({
  budget = {},
  actionPlan = {},
  followUp = {},
}: Facts): readonly Recorded<YearEvent>[] {
  const streams: readonly (readonly [StreamId, readonly YearEvent[]])[] = [
    ...Object.entries(budget).map(
      ([year, facts]) => [budgetStreamId('alingsas', 'SN', Number(year)), facts] as const,
    ),
    ...Object.entries(actionPlan).map(
      ([id, facts]) => [actionPlanStreamId('alingsas', 'SN', id), facts] as const,
    ),
    ...Object.entries(followUp).map(
      ([year, facts]) => [followUpStreamId('alingsas', 'SN', Number(year)), facts] as const,
    ),
  ];
  return streams.flatMap(([stream, facts], n) =>
    record(stream, facts, {
      from: `2026-01-01T${String(n).padStart(2, '0')}:00:00.000Z`,
      firstPosition: 1 + n * 1_000,
    }),
  );
}
