import { investmentCategories, type InvestmentCategory } from '#libs/budget/contract';
import {
  ControlTotalsDto,
  IsAmountOre,
  IsOneOf,
  IsPrecision,
  IsText,
  ListOf,
  ObjectOf,
  OptionalField,
  precisionOf,
  StatementLineDto,
} from '#libs/http';
import type { ControlTotals, Precision } from '#libs/kernel';
import type { TypedInvestments } from './investments.js';

/** An operating statement of what came out: costs negative, income positive, as printed. */
export class OutcomeStatementDto {
  @ListOf(() => StatementLineDto)
  readonly lines!: readonly StatementLineDto[];

  /** The unit in which the figures were typed; `ore` unless told. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  /** Printed sums to hold the lines against; a difference that rounding explains is recorded. */
  @OptionalField()
  @ObjectOf(() => ControlTotalsDto)
  readonly controlTotals?: ControlTotalsDto;
}

class InvestmentLineDto {
  @IsText({ max: 200 })
  readonly name!: string;

  @IsAmountOre()
  readonly amountOre!: number;
}

class InvestmentCategoryDto {
  @IsOneOf(investmentCategories)
  readonly category!: InvestmentCategory;

  @ListOf(() => InvestmentLineDto, { min: 0, max: 50 })
  readonly lines!: readonly InvestmentLineDto[];

  /** The printed total. */
  @OptionalField()
  @IsAmountOre()
  readonly totalOre?: number;
}

/** What was invested in the year; expenditure is positive. */
class InvestmentOutcomeDto {
  @ListOf(() => InvestmentCategoryDto, { max: investmentCategories.length })
  readonly categories!: readonly InvestmentCategoryDto[];

  /** The printed total of all categories. */
  @OptionalField()
  @IsAmountOre()
  readonly totalOre?: number;
}

/** The figures of year-end accounts. */
export class AccountsDto extends OutcomeStatementDto {
  @OptionalField()
  @ObjectOf(() => InvestmentOutcomeDto)
  readonly investments?: InvestmentOutcomeDto;
}

export function typedStatement(body: OutcomeStatementDto) {
  return {
    lines: body.lines.map(({ accountGroup, amountOre }) => ({ accountGroup, amountOre })),
    controlTotals: typedTotals(body),
    precision: precisionOf(body),
  };
}

/** The printed sums that came along. */
export function typedTotals({
  controlTotals = {},
}: Pick<OutcomeStatementDto, 'controlTotals'>): ControlTotals {
  const { grossCostOre, netCostOre, annualResultOre } = controlTotals;
  return { grossCostOre, netCostOre, annualResultOre };
}

export function typedInvestments({ investments }: AccountsDto): TypedInvestments | null {
  if (!investments) return null;
  return {
    categories: investments.categories.map(({ category, lines, totalOre }) => ({
      category,
      lines: lines.map(({ name, amountOre }) => ({ name, amountOre })),
      totalOre: totalOre ?? null,
    })),
    totalOre: investments.totalOre ?? null,
  };
}
