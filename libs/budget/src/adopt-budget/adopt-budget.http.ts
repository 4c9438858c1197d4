import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  ControlTotalsDto,
  FiscalYearParams,
  IsAmountOre,
  IsFiscalYear,
  IsPrecision,
  ListOf,
  ObjectOf,
  OptionalField,
  precisionOf,
  Records,
  RestsOnDto,
  StatementLineDto,
} from '#libs/http';
import type { Precision } from '#libs/kernel';
import { budgetPath } from '../fiscal-year/path.http.js';
import { AdoptBudgetCommand } from './adopt-budget.handler.js';
import type { TypedStatement } from './typed-statement.js';

class PlanYearDto {
  @IsFiscalYear()
  readonly year!: number;

  @ListOf(() => StatementLineDto, { max: 100 })
  readonly lines!: StatementLineDto[];

  /** The printed sums, which the lines are held against. */
  @OptionalField()
  @ObjectOf(() => ControlTotalsDto)
  readonly controlTotals?: ControlTotalsDto;

  /** The printed result unless told, and otherwise 0. */
  @OptionalField()
  @IsAmountOre()
  readonly adoptedResultOre?: number;
}

class AdoptBudgetDto extends RestsOnDto {
  /** The unit of all figures; they are whole numbers of it. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  @ListOf(() => StatementLineDto, { max: 100 })
  readonly lines!: StatementLineDto[];

  /** The printed sums, which the lines are held against. */
  @OptionalField()
  @ObjectOf(() => ControlTotalsDto)
  readonly controlTotals?: ControlTotalsDto;

  /** The printed result unless told, and otherwise 0. */
  @OptionalField()
  @IsAmountOre()
  readonly adoptedResultOre?: number;

  /** The years right after the budget year. */
  @OptionalField()
  @ListOf(() => PlanYearDto, { min: 0, max: 20 })
  readonly planYears?: PlanYearDto[];
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class AdoptBudgetHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Adopts the budget of the year, and the plans for the years after it, by one decision. */
  @Post()
  @Records({ status: 201, location: budgetPath })
  adopt(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: AdoptBudgetDto,
  ) {
    const planYears = (body.planYears ?? []).map((plan) => statementOf(plan.year, plan));
    const basis = basisOf(body);
    const adopt = { ...statementOf(year, body), precision: precisionOf(body), planYears, basis };
    return this.commands.execute(new AdoptBudgetCommand(context, committee, adopt));
  }
}

function statementOf(year: number, dto: Omit<PlanYearDto, 'year'>): TypedStatement {
  const { lines, controlTotals = {}, adoptedResultOre } = dto;
  return { year, lines, controlTotals, ...(adoptedResultOre === undefined ? {} : { adoptedResultOre }) };
}
