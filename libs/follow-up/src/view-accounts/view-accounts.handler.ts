import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { isFollowedUp } from '../fiscal-year/year-document.js';
import { followUpYearKey, followUpYears } from '../fiscal-year/year-projection.js';
import { yearEndAccounts, type YearEndAccountsView } from './year-end-accounts.js';

/** The accounts of a year against its budget and the year before; null where the year has no follow-up. */
export class YearEndAccountsQuery extends Query<YearEndAccountsView | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly year: FiscalYear,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(YearEndAccountsQuery)
export class YearEndAccountsQueryHandler implements IQueryHandler<YearEndAccountsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, year, options }: YearEndAccountsQuery) {
    const [doc, previous] = await Promise.all(
      [year, year - 1].map((of) =>
        this.readModels.get(followUpYears, municipality, followUpYearKey(committee, of), options),
      ),
    );
    return doc && isFollowedUp(doc) ? yearEndAccounts(doc, previous ?? null) : null;
  }
}
