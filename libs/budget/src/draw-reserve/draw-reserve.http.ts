import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  field,
  FiscalYearParams,
  IsAmountOre,
  IsPrecision,
  IsText,
  OptionalField,
  precisionOf,
  Records,
  RestsOnDto,
} from '#libs/http';
import type { Precision } from '#libs/kernel';
import { budgetPath } from '../fiscal-year/path.http.js';
import { DrawReserveCommand } from './draw-reserve.handler.js';

class DrawReserveDto extends RestsOnDto {
  /** Positive öre. */
  @IsAmountOre()
  @field(
    'number-out-of-range',
    (amountOre) => Number(amountOre) > 0,
    'Ange ett belopp som är större än noll.',
  )
  readonly amountOre!: number;

  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  @IsText({ max: 500 })
  readonly purpose!: string;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year/reserve')
export class DrawReserveHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Releases part of the contingency reserve for a purpose; no line changes. */
  @Post('draws')
  @Records({ status: 201, location: budgetPath })
  draw(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: DrawReserveDto,
  ) {
    const { amountOre, purpose } = body;
    const draw = { year, amountOre, purpose, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new DrawReserveCommand(context, committee, draw));
  }
}
