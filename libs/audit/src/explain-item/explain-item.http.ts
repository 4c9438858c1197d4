import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, CommitteeParams, field } from '#libs/http';
import { ExplainItemQuery } from './explain-item.handler.js';

const pathPattern = /^[^\s/]+(?:\/[^\s/]+)*$/u;
const isPath = (value: unknown) =>
  typeof value === 'string' && value.length <= 300 && pathPattern.test(value);

class ExplainItemOfQuery extends AsOfQuery {
  /** Where it stands below the committee, or the beginning of that: then what stands below it is listed. */
  @field('missing-field', (value) => value !== undefined)
  @field('malformed-value', isPath, 'Ange sökvägen som i budgets/2025/otherCosts.')
  @ApiProperty({ type: String, maxLength: 300, example: 'budgets/2025/otherCosts' })
  readonly item!: string;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/committees/:committee/explain')
export class ExplainItemHttp {
  constructor(private readonly queries: QueryBus) {}

  /** What a figure or a word says, and the events that it is made of: each from what to what, by whom, under which paragraph. */
  @Get()
  @Answers({ description: 'Värdet, och händelserna bakom det i den ordning de registrerades.' })
  explain(
    @Param() { municipality, committee }: CommitteeParams,
    @Query() { item, ...times }: ExplainItemOfQuery,
  ) {
    return this.queries.execute(new ExplainItemQuery(municipality, committee, item, times));
  }
}
