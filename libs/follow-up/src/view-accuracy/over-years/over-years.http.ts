import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, CommitteeParams, IsFiscalYearList, OptionalField } from '#libs/http';
import { AccuracyQueryDto } from '../view-accuracy.http.js';
import { AccuracyOverYearsQuery } from './over-years.handler.js';

class OverYearsQueryDto extends AccuracyQueryDto {
  /** `2022,2023`; every year that has a follow-up where it is left out. */
  @OptionalField()
  @IsFiscalYearList()
  readonly years?: readonly number[];
}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up')
export class AccuracyOverYearsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The same round over years: mean errors, bias, scaled error, tracking signal and interval. */
  @Get('accuracy')
  @Answers({
    description:
      'Prognossäkerheten över flera år, avstämning för avstämning. Ett år utan prognos räknas inte.',
  })
  accuracy(@Param() { municipality, committee }: CommitteeParams, @Query() query: OverYearsQueryDto) {
    const { years = null, measure = null, ...options } = query;
    return this.queries.execute(new AccuracyOverYearsQuery(municipality, committee, years, measure, options));
  }
}
