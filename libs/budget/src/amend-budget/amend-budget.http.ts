import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  FiscalYearParams,
  IsAmountOre,
  OptionalField,
  precisionOf,
  Records,
} from '#libs/http';
import { ChangesDto } from '../fiscal-year/changes.http.js';
import { budgetPath } from '../fiscal-year/path.http.js';
import { AmendBudgetCommand } from './amend-budget.handler.js';

class AmendBudgetDto extends ChangesDto {
  /** The result from now on; the one in force unless told. */
  @OptionalField()
  @IsAmountOre()
  readonly adoptedResultOre?: number;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class AmendBudgetHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Changes lines by an additional budget, the grant among them perhaps. */
  @Post('amendments')
  @Records({ status: 201, location: budgetPath })
  amend(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: AmendBudgetDto,
  ) {
    const { changes, adoptedResultOre } = body;
    const amend = { year, changes, adoptedResultOre, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new AmendBudgetCommand(context, committee, amend));
  }
}
