import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AsOfQuery,
  CommitteeParams,
  FromDigits,
  IsFiscalYear,
  limitOf,
  OptionalField,
  PagedQuery,
  pageOf,
} from '#libs/http';
import { citationOfParagraph } from '../committee-year/paragraphs.js';
import { DecisionParams } from '../committee-year/paths.http.js';
import { DecisionQuery, DecisionsQuery } from './decisions.handler.js';
import { decisions } from './decisions.js';

class DecisionsOfYearQuery extends PagedQuery {
  /** All years where it is left out. */
  @OptionalField()
  @FromDigits()
  @IsFiscalYear()
  readonly year?: number;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/decisions')
export class DecisionsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** The committee's paragraphs by number, of one year or of all. */
  @Get()
  @Answers({ description: 'Paragraferna i nummerordning, en sida i taget.' })
  async list(
    @Param() { municipality, committee }: CommitteeParams,
    @Query() { year, after, ...query }: DecisionsOfYearQuery,
  ) {
    const limit = limitOf(query);
    const options = { ...query, limit: limit + 1, afterSortKey: after };
    const docs = await this.queries.execute(new DecisionsQuery(municipality, { committee, year }, options));
    return pageOf(docs, limit, (doc) => decisions.index(doc).sortKey);
  }

  /** A paragraph with its whole life: former texts, approval of the minutes, notice and legal force. */
  @Get(':date/:paragraph')
  @Answers({ description: 'Paragrafen som den var på dagen.' })
  get(@Param() { municipality, ...paragraph }: DecisionParams, @Query() query: AsOfQuery) {
    return this.queries.execute(new DecisionQuery(municipality, citationOfParagraph(paragraph), query));
  }
}
