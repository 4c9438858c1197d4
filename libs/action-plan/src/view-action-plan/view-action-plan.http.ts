import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery } from '#libs/http';
import { ActionPlanParams } from '../plan/path.http.js';
import { ActionPlanQuery } from './view-action-plan.handler.js';

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId')
export class ActionPlanHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The plan: the state of every measure, what was promised and what came out. Null is not stated, never zero. */
  @Get()
  @Answers({ description: 'Handlingsplanen med sina åtgärder. Null betyder ingen uppgift, aldrig noll.' })
  plan(@Param() { municipality, committee, planId }: ActionPlanParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new ActionPlanQuery(municipality, committee, planId, query));
  }
}
