import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AsOfQuery,
  CommitteeParams,
  limitOf,
  MunicipalityParams,
  PagedQuery,
  pageOf,
} from '#libs/http';
import { CommitteeQuery, CommitteesQuery } from './committees.handler.js';

@ApiTags('organisation')
@Controller('api/v1/:municipality/committees')
export class CommitteesHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The committees in the register, in force or not, with their names on the date. */
  @Get()
  @Answers({ description: 'Nämnderna ordnade efter kod, en sida i taget.' })
  async list(@Param() { municipality }: MunicipalityParams, @Query() { after, ...query }: PagedQuery) {
    const limit = limitOf(query);
    const options = { ...query, limit: limit + 1, afterSortKey: after };
    const docs = await this.queries.execute(new CommitteesQuery(municipality, options));
    return pageOf(docs, limit, ({ code }) => code);
  }

  /** A committee: names and terms through time, activities taken over and handed over. */
  @Get(':committee')
  @Answers({ description: 'Nämnden som den var på dagen.' })
  get(@Param() { municipality, committee }: CommitteeParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new CommitteeQuery(municipality, committee, query));
  }
}
