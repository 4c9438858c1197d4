import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, field, IsCitation, MunicipalityParams } from '#libs/http';
import { ExplainParagraphQuery } from './explain-paragraph.handler.js';

class ExplainParagraphOfQuery extends AsOfQuery {
  /** The paragraph, in any of the spellings that minutes use. */
  @field('missing-field', (value) => value !== undefined)
  @IsCitation()
  readonly citation!: string;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/explain')
export class ExplainParagraphHttp {
  constructor(private readonly queries: QueryBus) {}

  /** Everything that rests on a paragraph, in words: the decision itself, what was done under it and what that changed. */
  @Get()
  @Answers({ description: 'Beslutet, och det som vilar på det.' })
  explain(
    @Param() { municipality }: MunicipalityParams,
    @Query() { citation, ...times }: ExplainParagraphOfQuery,
  ) {
    return this.queries.execute(new ExplainParagraphQuery(municipality, citation, times));
  }
}
