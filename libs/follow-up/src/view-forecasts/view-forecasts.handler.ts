import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { isFollowedUp } from '../fiscal-year/year-document.js';
import { followUpYearKey, followUpYears } from '../fiscal-year/year-projection.js';
import { forecastMatrix, type ForecastMatrix } from './forecast-matrix.js';

/** The forecasts of a year; null where the year has no follow-up. */
export class ForecastsQuery extends Query<ForecastMatrix | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly year: FiscalYear,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(ForecastsQuery)
export class ForecastsQueryHandler implements IQueryHandler<ForecastsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, year, options }: ForecastsQuery) {
    const doc = await this.readModels.get(
      followUpYears,
      municipality,
      followUpYearKey(committee, year),
      options,
    );
    return doc && isFollowedUp(doc) ? forecastMatrix(doc) : null;
  }
}
