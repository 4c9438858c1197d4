import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import type { CommitteeMeasure } from '../../contract/index.js';
import { isFollowedUp } from '../../fiscal-year/year-document.js';
import { followUpYearKey, followUpYears } from '../../fiscal-year/year-projection.js';
import { accuracyOverYears, type AccuracyOverYears } from './accuracy-over-years.js';

/** How accurate forecasts were over years; null where none of the years has a follow-up. */
export class AccuracyOverYearsQuery extends Query<AccuracyOverYears | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    /** Null: every year that has a follow-up. */
    readonly years: readonly FiscalYear[] | null,
    readonly measure: CommitteeMeasure | null,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(AccuracyOverYearsQuery)
export class AccuracyOverYearsQueryHandler implements IQueryHandler<AccuracyOverYearsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, years, measure, options }: AccuracyOverYearsQuery) {
    const docs = await this.readModels.list(followUpYears, municipality, { committee }, options);
    const followedUp = docs.filter(isFollowedUp);
    const asked = years ?? followedUp.map(({ year }) => year);
    // A year that was asked for and has nothing still stands in the answer, with the reason in each of its figures.
    const compared = asked.map(
      (year) =>
        docs.find((doc) => doc.year === year) ?? followUpYears.initial(followUpYearKey(committee, year)),
    );
    return compared.some(isFollowedUp) ? accuracyOverYears(committee, compared, measure) : null;
  }
}
