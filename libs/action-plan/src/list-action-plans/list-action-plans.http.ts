import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, CommitteeParams, limitOf, PagedQuery } from '#libs/http';
import { ActionPlansQuery } from './list-action-plans.handler.js';

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans')
export class ActionPlansHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The committee's plans in the order of the paragraphs that adopted them. */
  @Get()
  @Answers({ description: 'Nämndens handlingsplaner, utan de enskilda åtgärderna.' })
  plans(@Param() { municipality, committee }: CommitteeParams, @Query() query: PagedQuery) {
    const { asOf, knownAt, afterPosition, after } = query;
    const page = { asOf, knownAt, afterPosition, after, limit: limitOf(query) };
    return this.queries.execute(new ActionPlansQuery(municipality, committee, page));
  }
}
