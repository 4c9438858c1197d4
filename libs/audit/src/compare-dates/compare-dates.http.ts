import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, CommitteeParams, field, IsPlainDate, KnownAtQuery } from '#libs/http';
import { CompareDatesQuery } from './compare-dates.handler.js';

class CompareDatesOfQuery extends KnownAtQuery {
  /** What held on this date… */
  @IsPlainDate()
  readonly from!: string;

  /** …is compared with what held on this one, which is no earlier. */
  @field('malformed-value', isNotBeforeFrom, 'Ange ett datum i to som inte ligger före from.')
  @IsPlainDate()
  readonly to!: string;
}

function isNotBeforeFrom(to: unknown, { from }: Readonly<Record<string, unknown>>): boolean {
  return typeof to !== 'string' || typeof from !== 'string' || from <= to;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/committees/:committee/diff')
export class CompareDatesHttp {
  constructor(private readonly queries: QueryBus) {}

  /** What differs between two dates, from what to what, and the events that changed it: who, when, under which paragraph. */
  @Get()
  @Answers({ description: 'Det som skiljer, och vad som hände däremellan.' })
  compare(@Param() { municipality, committee }: CommitteeParams, @Query() dates: CompareDatesOfQuery) {
    return this.queries.execute(new CompareDatesQuery(municipality, committee, dates));
  }
}
