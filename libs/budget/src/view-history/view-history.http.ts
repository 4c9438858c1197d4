import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, FiscalYearParams } from '#libs/http';
import { BudgetHistoryQuery } from './view-history.handler.js';

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class BudgetHistoryHttp {
  constructor(private readonly queries: QueryBus) {}

  /** Everything recorded of the budget: who, when, under which paragraph, and what changed from what to what. */
  @Get('history')
  @Answers({ description: 'Allt som registrerats om budgeten, i den ordning det registrerades.' })
  history(@Param() { municipality, committee, year }: FiscalYearParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new BudgetHistoryQuery(municipality, committee, year, query));
  }
}
