import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, FiscalYearParams } from '#libs/http';
import { YearEndAccountsQuery } from './view-accounts.handler.js';

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class YearEndAccountsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** Budget, accounts, variance, accounts of the year before and difference; outcomes by month; investments. */
  @Get('accounts')
  @Answers({
    description:
      'Bokslutet mot budget och föregående år. Avvikelser räknas på de registrerade talen; toleranceOre är hur mycket avrundning kan göra att de skiljer sig från tryckta.',
  })
  accounts(@Param() { municipality, committee, year }: FiscalYearParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new YearEndAccountsQuery(municipality, committee, year, query));
  }
}
