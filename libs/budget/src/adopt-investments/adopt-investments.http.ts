import { applyDecorators, Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  field,
  type FieldProblemCode,
  FiscalYearParams,
  IsOneOf,
  IsPrecision,
  IsText,
  ListOf,
  OptionalField,
  precisionOf,
  Records,
  RestsOnDto,
} from '#libs/http';
import { isAmountOre, isFiscalYear, type Precision } from '#libs/kernel';
import { investmentCategories, type InvestmentCategory } from '../contract/index.js';
import { budgetPath } from '../fiscal-year/path.http.js';
import { AdoptInvestmentsCommand } from './adopt-investments.handler.js';

/** More than a table may have, so that a wrong table is refused with its years. */
const maxColumns = 20;

/** One value for each column of the table, each judged by `isSound`. */
function IsRowOf(code: FieldProblemCode, isSound: (value: unknown) => boolean): PropertyDecorator {
  const columns = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : []);
  return applyDecorators(
    field('not-a-list', Array.isArray),
    field(code, (row) => columns(row).every(isSound)),
    field('too-many-items', (row) => columns(row).length <= maxColumns),
    ApiProperty({ type: 'integer', isArray: true, maxItems: maxColumns }),
  );
}

/** Öre, expenditure positive. */
const IsRow = () => IsRowOf('malformed-amount', isAmountOre);

class InvestmentLineDto {
  @IsText({ max: 200 })
  readonly name!: string;

  @IsRow()
  readonly amountsOre!: number[];
}

class InvestmentCategoryDto {
  @IsOneOf(investmentCategories)
  readonly category!: InvestmentCategory;

  @ListOf(() => InvestmentLineDto, { min: 0, max: 100 })
  readonly lines!: InvestmentLineDto[];

  /** The printed totals, which the lines are held against. */
  @OptionalField()
  @IsRow()
  readonly totalsOre?: number[];
}

class AdoptInvestmentsDto extends RestsOnDto {
  /** The columns: consecutive years, the first the year before the budget year or the budget year itself. */
  @IsRowOf('malformed-fiscal-year', isFiscalYear)
  readonly years!: number[];

  /** The unit of all figures; they are whole numbers of it. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  @ListOf(() => InvestmentCategoryDto, { max: 10 })
  readonly categories!: InvestmentCategoryDto[];

  /** The printed totals of all categories. */
  @OptionalField()
  @IsRow()
  readonly totalsOre?: number[];
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class AdoptInvestmentsHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Adopts the investment budget by category and line, a column a year; a later one replaces it. */
  @Post('investments')
  @Records({ status: 201, location: budgetPath })
  adopt(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: AdoptInvestmentsDto,
  ) {
    const { years, categories, totalsOre } = body;
    const adopt = { year, years, categories, totalsOre, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new AdoptInvestmentsCommand(context, committee, adopt));
  }
}
