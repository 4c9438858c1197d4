import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, MunicipalityParams } from '#libs/http';
import { MunicipalityQuery } from './municipality.handler.js';

@ApiTags('organisation')
@Controller('api/v1/:municipality')
export class MunicipalityHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The municipality's name on the date, and its names through time. */
  @Get()
  @Answers({ description: 'Kommunen som den hette på dagen.' })
  get(@Param() { municipality }: MunicipalityParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new MunicipalityQuery(municipality, query));
  }
}
