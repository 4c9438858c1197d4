import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  Answers,
  IsCommitteeCode,
  limitOf,
  MunicipalityParams,
  OptionalField,
  PagedQuery,
  pageOf,
} from '#libs/http';
import { UncitedQuery } from './uncited.handler.js';

class UncitedOfQuery extends PagedQuery {
  /** All committees where it is left out. */
  @OptionalField()
  @IsCommitteeCode()
  readonly committee?: string;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/uncited')
export class UncitedHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The facts that stand without a paragraph and have not been cited since; `limit` counts streams. */
  @Get()
  @Answers({ description: 'Uppgifter utan paragraf, ordnade efter ström.' })
  async list(
    @Param() { municipality }: MunicipalityParams,
    @Query() { committee, after, ...query }: UncitedOfQuery,
  ) {
    const limit = limitOf(query);
    const options = { ...query, limit: limit + 1, afterSortKey: after };
    const docs = await this.queries.execute(new UncitedQuery(municipality, committee, options));
    const { items, next } = pageOf(docs, limit, ({ stream }) => stream);
    return { items: items.flatMap(({ stream, open }) => open.map((fact) => ({ stream, ...fact }))), next };
  }
}
