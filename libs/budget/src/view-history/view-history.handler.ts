import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ErasureRegister } from '#libs/event-store';
import { qualifies, type FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { budgetStreamId } from '../contract/index.js';
import { budgetKey } from '../fiscal-year/budget-documents.js';
import { budgetHistories, type HistoryEntry } from './budget-history.js';
import { withErased } from './with-erased.js';

export interface BudgetHistoryView {
  readonly committee: string;
  readonly year: FiscalYear;
  readonly revision: number;
  readonly entries: readonly HistoryEntry[];
}

export class BudgetHistoryQuery extends Query<BudgetHistoryView | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly year: FiscalYear,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(BudgetHistoryQuery)
export class BudgetHistoryQueryHandler implements IQueryHandler<BudgetHistoryQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly erasures: ErasureRegister,
  ) {}

  async execute({ municipality, committee, year, options }: BudgetHistoryQuery) {
    const doc = await this.readModels.get(budgetHistories, municipality, budgetKey(committee, year), options);
    const facts = await this.erasures.erasedIn(budgetStreamId(municipality, committee, year));
    const erased = facts.filter(({ event }) => qualifies(event, options));
    if (!doc && erased.length === 0) return null;
    const { budget, entries } = doc ?? budgetHistories.initial(budgetKey(committee, year));
    return { committee, year, revision: budget.revision, entries: withErased(entries, erased) };
  }
}
