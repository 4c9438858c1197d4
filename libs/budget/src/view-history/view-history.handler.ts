import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { budgetKey } from '../fiscal-year/budget-documents.js';
import { budgetHistories, type HistoryEntry } from './budget-history.js';

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
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, year, options }: BudgetHistoryQuery) {
    const doc = await this.readModels.get(budgetHistories, municipality, budgetKey(committee, year), options);
    return doc && { committee, year, revision: doc.budget.revision, entries: doc.entries };
  }
}
