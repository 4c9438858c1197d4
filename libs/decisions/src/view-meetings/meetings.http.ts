import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, CommitteeParams, FromDigits, IsFiscalYear } from '#libs/http';
import { MeetingsQuery } from './meetings.handler.js';

class MeetingsOfYearQuery extends AsOfQuery {
  @FromDigits()
  @IsFiscalYear()
  readonly year!: number;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/meetings')
export class MeetingsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The committee's meetings of the year, with the paragraphs that are registered for each. */
  @Get()
  @Answers({ description: 'Årets sammanträden i datumordning.' })
  list(
    @Param() { municipality, committee }: CommitteeParams,
    @Query() { year, ...options }: MeetingsOfYearQuery,
  ) {
    return this.queries.execute(new MeetingsQuery(municipality, committee, year, options));
  }
}
