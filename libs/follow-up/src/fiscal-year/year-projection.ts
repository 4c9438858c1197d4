import {
  actionPlanContext,
  actionPlanStreamPrefix,
  decidedMeasures,
  type ActionPlanEvent,
} from '#libs/action-plan/contract';
import { budgetContext, budgetStreamName, type BudgetEvent } from '#libs/budget/contract';
import {
  citationOf,
  parseStreamId,
  parseStreamName,
  yearOf,
  type DocSelection,
  type FiscalYear,
  type Projection,
  type Recorded,
  type StreamName,
  type StreamSelector,
} from '#libs/kernel';
import { followUpContext, followUpStreamName, type FollowUpEvent } from '../contract/index.js';
import type { DecidedMeasure, FollowUpYear } from './year-document.js';
import { evolveFollowUpYear } from './year-evolve.js';

/** What the document is folded from. */
export type YearEvent = FollowUpEvent | BudgetEvent | ActionPlanEvent;

const contexts = [followUpContext, budgetContext, actionPlanContext];

/** A committee's fiscal year: its follow-up, its budget, and the measures that were decided meanwhile. */
export const followUpYears: Projection<FollowUpYear, YearEvent> = {
  name: 'follow-up-years',
  version: 1,
  contexts,
  keysOf,
  initial,
  evolve,
  index: ({ committee, year }) => ({ committee, year, sortKey: String(year) }),
  sources,
};

export function followUpYearKey(committee: string, year: FiscalYear): string {
  return `${committee}.${year}`;
}

/** Whether the event is one of the follow-up itself, and not of what it is held against. */
export function isOfFollowUp(event: Recorded<YearEvent>): event is Recorded<FollowUpEvent> {
  return streamOf(event).context === followUpContext;
}

function keysOf(event: Recorded<YearEvent>): readonly string[] {
  const { context, committee, key } = streamOf(event);
  if (committee === null) return [];
  if (context !== actionPlanContext) return [followUpYearKey(committee, Number(key))];
  if (decidedMeasures(event as ActionPlanEvent).length === 0) return [];
  const year = yearOf(event.basis.effectiveOn);
  return [followUpYearKey(committee, year - 1), followUpYearKey(committee, year)];
}

function initial(key: string): FollowUpYear {
  const [committee = '', year] = key.split('.');
  return {
    committee,
    year: Number(year),
    revision: -1,
    calendar: [],
    forecasts: [],
    outcomes: [],
    accounts: [],
    budget: [],
    measures: [],
  };
}

function evolve(doc: FollowUpYear, event: Recorded<YearEvent>): FollowUpYear {
  switch (streamOf(event).context) {
    case followUpContext:
      return evolveFollowUpYear(doc, event as Recorded<FollowUpEvent>);
    case budgetContext: {
      const { type, data, basis } = event;
      return { ...doc, budget: [...doc.budget, { type, data, basis } as BudgetEvent] };
    }
    default:
      return { ...doc, measures: [...doc.measures, ...decided(event as Recorded<ActionPlanEvent>)] };
  }
}

function decided(event: Recorded<ActionPlanEvent>): readonly DecidedMeasure[] {
  const { key: planId } = streamOf(event);
  const decidedOn = event.basis.effectiveOn;
  const citation = citationOf(event.basis);
  return decidedMeasures(event).map((measure) => ({ planId, decidedOn, citation, measure }));
}

function sources({ key, committee, year }: DocSelection): readonly StreamSelector[] {
  if (key !== undefined) return sourcesOf(initial(key));
  if (committee === undefined) return contexts.map((context) => ({ prefix: `${context}-` }));
  if (year !== undefined) return sourcesOf({ committee, year });
  return contexts.map((context) => ({ prefix: `${context}-${committee}.` }));
}

function sourcesOf({ committee, year }: Pick<FollowUpYear, 'committee' | 'year'>): readonly StreamSelector[] {
  return [
    { stream: followUpStreamName(committee, year) },
    { stream: budgetStreamName(committee, year) },
    { prefix: actionPlanStreamPrefix(committee) },
  ];
}

function streamOf({ record }: Recorded<YearEvent>): StreamName {
  return parseStreamName(parseStreamId(record.stream).name);
}
