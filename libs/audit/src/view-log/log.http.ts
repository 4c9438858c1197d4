import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LogFilter, ReadLogOptions } from '#libs/event-store';
import { Answers, MunicipalityParams } from '#libs/http';
import { defaultLimit } from '../log/log-paging.http.js';
import { ownStream } from '../log/stream-parameter.http.js';
import { LogFilterQuery } from './log-query.http.js';
import { LogQuery } from './log.handler.js';

@ApiTags('audit')
@Controller('api/v1/:municipality/events')
export class LogHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The log as it stands: every event with all its fields, oldest first unless told, a page at a time. */
  @Get()
  @Answers({ description: 'En sida av kommunens logg.' })
  list(@Param() { municipality }: MunicipalityParams, @Query() query: LogFilterQuery) {
    return this.queries.execute(new LogQuery(municipality, optionsOf(query, municipality)));
  }
}

function optionsOf(query: LogFilterQuery, tenant: string): ReadLogOptions {
  const { after, direction, limit = defaultLimit, type, actor, stream, streamPrefix, ...interval } = query;
  const filter: LogFilter = {
    ...interval,
    types: type?.split(','),
    actorId: actor,
    stream: ownStream('stream', stream, tenant),
    streamPrefix: ownStream('streamPrefix', streamPrefix, tenant),
  };
  return { after, direction, limit, filter };
}
