import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, field, IsCitation, MunicipalityParams } from '#libs/http';
import { defaultLimit, LogPagingQuery } from '../log/log-paging.http.js';
import { CitationsQuery } from './citations.handler.js';

class CitationsOfQuery extends LogPagingQuery {
  /** The paragraph, in any of the spellings that minutes use. */
  @field('missing-field', (value) => value !== undefined)
  @IsCitation()
  readonly q!: string;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/citations')
export class CitationsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** Everything that rests on a paragraph: the decision itself and what other facts cite it, in the order of the log. */
  @Get()
  @Answers({ description: 'Allt som vilar på paragrafen, en sida i taget.' })
  list(
    @Param() { municipality }: MunicipalityParams,
    @Query() { q, after, limit = defaultLimit }: CitationsOfQuery,
  ) {
    return this.queries.execute(new CitationsQuery(municipality, q, { after, limit }));
  }
}
