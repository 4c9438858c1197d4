import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { budgetKey } from '../fiscal-year/budget-documents.js';
import { budgets } from '../fiscal-year/projected-budget.js';
import { budgetView, type BudgetView } from './budget-view.js';

export class BudgetQuery extends Query<BudgetView | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly year: FiscalYear,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(BudgetQuery)
export class BudgetQueryHandler implements IQueryHandler<BudgetQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, year, options }: BudgetQuery) {
    const doc = await this.readModels.get(budgets, municipality, budgetKey(committee, year), options);
    return doc && budgetView(doc);
  }
}
