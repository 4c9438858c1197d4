import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  FiscalYearParams,
  IsAmountOre,
  IsOneOf,
  IsPrecision,
  IsText,
  ListOf,
  OptionalField,
  precisionOf,
  Records,
  RestsOnDto,
} from '#libs/http';
import type { Precision } from '#libs/kernel';
import { grantChangeKinds, type GrantChangeKind } from '../contract/index.js';
import { budgetPath } from '../fiscal-year/path.http.js';
import { ExplainGrantChangeCommand } from './explain-grant-change.handler.js';

class GrantChangePartDto {
  @IsOneOf(grantChangeKinds)
  readonly kind!: GrantChangeKind;

  @IsText({ max: 500 })
  readonly reason!: string;

  /** Negative where the part lessens the grant. */
  @IsAmountOre()
  readonly amountOre!: number;
}

class ExplainGrantChangeDto extends RestsOnDto {
  /** The unit of the parts, e.g. `tenthMnkr` for 11,2 mnkr. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  @ListOf(() => GrantChangePartDto, { max: 50 })
  readonly parts!: GrantChangePartDto[];
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class ExplainGrantChangeHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Says by parts why the municipal grant differs from that of the year before; plan years too. */
  @Post('grant-changes')
  @Records({ status: 201, location: budgetPath })
  explain(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: ExplainGrantChangeDto,
  ) {
    const explain = { year, parts: body.parts, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new ExplainGrantChangeCommand(context, committee, explain));
  }
}
