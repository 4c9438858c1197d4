import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, FiscalYearParams } from '#libs/http';
import { ForecastsQuery } from './view-forecasts.handler.js';

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class ForecastsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** Rounds × account groups, with former versions and the committee's notes. Null is no forecast, never zero. */
  @Get('forecasts')
  @Answers({
    description: 'Årets prognoser per avstämning och kontogrupp. Null betyder ingen prognos, aldrig noll.',
  })
  forecasts(@Param() { municipality, committee, year }: FiscalYearParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new ForecastsQuery(municipality, committee, year, query));
  }
}
