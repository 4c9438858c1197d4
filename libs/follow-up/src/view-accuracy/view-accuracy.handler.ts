import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import type { CommitteeMeasure } from '../contract/index.js';
import { isFollowedUp } from '../fiscal-year/year-document.js';
import { followUpYears } from '../fiscal-year/year-projection.js';
import { yearAccuracy, type YearAccuracy } from './year-accuracy.js';

/** How accurate a year's forecasts were; null where the year has no follow-up. */
export class ForecastAccuracyQuery extends Query<YearAccuracy | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly year: FiscalYear,
    /** The sum to evaluate; null: the annual result, or net cost where only that was forecast. */
    readonly measure: CommitteeMeasure | null,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(ForecastAccuracyQuery)
export class ForecastAccuracyQueryHandler implements IQueryHandler<ForecastAccuracyQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, year, measure, options }: ForecastAccuracyQuery) {
    const docs = await this.readModels.list(followUpYears, municipality, { committee }, options);
    const doc = docs.find((candidate) => candidate.year === year);
    return doc && isFollowedUp(doc) ? yearAccuracy(doc, docs, measure) : null;
  }
}
