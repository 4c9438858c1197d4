import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, FiscalYearParams, IsOneOf, OptionalField } from '#libs/http';
import { committeeMeasures, type CommitteeMeasure } from '../contract/index.js';
import { ForecastAccuracyQuery } from './view-accuracy.handler.js';

export class AccuracyQueryDto extends AsOfQuery {
  /** The sum to evaluate; the annual result where it is left out, or net cost where only that was forecast. */
  @OptionalField()
  @IsOneOf(committeeMeasures)
  readonly measure?: CommitteeMeasure;
}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class ForecastAccuracyHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The printed table and every metric of the year, each a value or the reason why there is none. */
  @Get('accuracy')
  @Answers({
    description:
      'Prognossäkerheten. Ett mått är ett värde, eller notAvailable med orsak; aldrig noll i stället.',
  })
  accuracy(@Param() { municipality, committee, year }: FiscalYearParams, @Query() query: AccuracyQueryDto) {
    const { measure = null, ...options } = query;
    return this.queries.execute(new ForecastAccuracyQuery(municipality, committee, year, measure, options));
  }
}
