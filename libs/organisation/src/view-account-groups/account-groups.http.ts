import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, MunicipalityParams } from '#libs/http';
import { AccountGroupsQuery } from './account-groups.handler.js';

@ApiTags('organisation')
@Controller('api/v1/:municipality/account-groups')
export class AccountGroupsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The account groups that hold on the date, each with its accounts; those that come ready until others are defined. */
  @Get()
  @Answers({ description: 'Kontogrupperna i den ordning de trycks.' })
  get(@Param() { municipality }: MunicipalityParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new AccountGroupsQuery(municipality, query));
  }
}
