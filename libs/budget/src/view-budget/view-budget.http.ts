import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, FiscalYearParams } from '#libs/http';
import { BudgetQuery } from './view-budget.handler.js';

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class BudgetHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The budget of the year: lines adopted, changed and in force, sums with their rounding, the reserve, investments. */
  @Get()
  @Answers({ description: 'Årets budget, eller planen för året så länge ingen budget är antagen.' })
  budget(@Param() { municipality, committee, year }: FiscalYearParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new BudgetQuery(municipality, committee, year, query));
  }
}
