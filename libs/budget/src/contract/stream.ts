import {
  countUncited,
  noUncitedFacts,
  passOverUncited,
  parseStreamId,
  parseStreamName,
  streamName,
  type FiscalYear,
  type Recorded,
  type StreamDefinition,
  type StreamId,
  type UncitedFacts,
} from '#libs/kernel';
import type { BudgetEvent } from './events.js';
import { evolveFigures, type BudgetFigures } from './figures.js';

export const budgetContext = 'budget';

/** `budget-SN.2025`: one stream a committee and fiscal year. */
export function budgetStreamName(committee: string, year: FiscalYear): string {
  return streamName({ context: budgetContext, committee, key: String(year) });
}

export function budgetStreamId(tenant: string, committee: string, year: FiscalYear): StreamId {
  return { tenant, name: budgetStreamName(committee, year) };
}

/** Whose budget a recorded fact stands in. Throws where its stream is not a committee's budget: a bug. */
export function budgetOf({ record }: Recorded<BudgetEvent>): {
  readonly committee: string;
  readonly year: FiscalYear;
} {
  const { context, committee, key } = parseStreamName(parseStreamId(record.stream).name);
  if (context !== budgetContext || committee === null) {
    throw new Error(`"${record.stream}" is not a budget stream.`);
  }
  return { committee, year: Number(key) };
}

/** A committee's budget year as commands see it. */
export interface BudgetState {
  /** Every fact of the stream, in order: for the budget in force on a date, `budgetFigures(facts, date)`. */
  readonly facts: readonly BudgetEvent[];
  /** The budget with every recorded fact; null where none is adopted. */
  readonly figures: BudgetFigures | null;
  readonly uncited: UncitedFacts;
}

/** The stream of a budget year; other contexts load it with `CommandExecutor.load`. */
export const budgetStream: StreamDefinition<BudgetState, BudgetEvent> = {
  context: budgetContext,
  schemaVersions: {
    BudgetAdopted: 1,
    BudgetAmended: 1,
    BudgetReallocated: 1,
    BudgetReclassified: 1,
    GrantChangeExplained: 1,
    ContingencyReserveSet: 1,
    ContingencyReserveMoved: 1,
    ContingencyReserveDrawn: 1,
    InvestmentBudgetAdopted: 1,
    FactCited: 1,
  },
  initialState: { facts: [], figures: null, uncited: noUncitedFacts },
  evolve: ({ facts, figures, uncited }, event) => ({
    facts: [...facts, event],
    figures: evolveFigures(figures, event),
    uncited: countUncited(uncited, event),
  }),
  passOver: (state) => ({ ...state, uncited: passOverUncited(state.uncited) }),
};
