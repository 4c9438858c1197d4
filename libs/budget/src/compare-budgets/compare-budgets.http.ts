import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AsOfQuery,
  CommitteeParams,
  FromTrueOrFalse,
  IsFiscalYearList,
  IsFlag,
  OptionalField,
} from '#libs/http';
import { CompareBudgetsQuery } from './compare-budgets.handler.js';

class CompareBudgetsDto extends AsOfQuery {
  /** Years with commas between them. */
  @IsFiscalYearList()
  readonly years!: number[];

  /** Whether growth is also told with the reserve taken out and responsibilities moved back. */
  @OptionalField()
  @FromTrueOrFalse()
  @IsFlag()
  readonly reclassified?: boolean;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets')
export class CompareBudgetsHttp {
  constructor(private readonly queries: QueryBus) {}

  /** Budgets of several years beside each other, and how each line grew from one to the next. */
  @Get('comparison')
  @Answers({ description: 'Åren bredvid varandra, med förändringen mellan dem i öre och procent.' })
  compare(@Param() { municipality, committee }: CommitteeParams, @Query() query: CompareBudgetsDto) {
    const { years, reclassified = false, ...options } = query;
    return this.queries.execute(
      new CompareBudgetsQuery(municipality, { committee, years, reclassified }, options),
    );
  }
}
