import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AsOfQuery, field, IsPlainDate, OptionalField } from '#libs/http';
import { ActionPlanParams } from '../plan/path.http.js';
import { ActionPlanHistoryQuery } from './view-history.handler.js';

class HistoryQuery extends AsOfQuery {
  /** The plan as it stood at the end of this day is where the comparison starts; before the first fact unless told. */
  @OptionalField()
  @IsPlainDate()
  readonly from?: string;

  /** The plan as it stood at the end of this day is where the comparison ends; now unless told. */
  @OptionalField()
  @field('malformed-value', isNotBeforeFrom, 'Ange ett datum i to som inte ligger före from.')
  @IsPlainDate()
  readonly to?: string;
}

function isNotBeforeFrom(to: unknown, { from }: Readonly<Record<string, unknown>>): boolean {
  return typeof to !== 'string' || typeof from !== 'string' || from <= to;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId')
export class ActionPlanHistoryHttp {
  constructor(private readonly queries: QueryBus) {}

  /** What happened to the plan: when, by whom, under which paragraph, from what to what; and between two dates. */
  @Get('history')
  @Answers({ description: 'Handlingsplanens historia, och jämförelsen mellan två datum där sådana anges.' })
  history(@Param() { municipality, committee, planId }: ActionPlanParams, @Query() query: HistoryQuery) {
    const { from, to, ...options } = query;
    return this.queries.execute(
      new ActionPlanHistoryQuery(municipality, committee, planId, { from, to }, options),
    );
  }
}
