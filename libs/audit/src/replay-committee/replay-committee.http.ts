import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, CommitteeParams, limitOf, PagedQuery } from '#libs/http';
import { ReplayCommitteeQuery } from './replay-committee.handler.js';

@ApiTags('audit')
@Controller('api/v1/:municipality/committees/:committee/replay')
export class ReplayCommitteeHttp {
  constructor(private readonly queries: QueryBus) {}

  /** What happened, event by event in the order in which it was recorded, and what each event changed from what to what. */
  @Get()
  @Answers({ description: 'Nämndens händelser i ord, en sida i taget.' })
  replay(
    @Param() { municipality, committee }: CommitteeParams,
    @Query() { after, limit, ...times }: PagedQuery,
  ) {
    const page = { after, limit: limitOf({ limit }) };
    return this.queries.execute(new ReplayCommitteeQuery(municipality, committee, times, page));
  }
}
