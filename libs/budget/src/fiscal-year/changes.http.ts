import { IsAccountGroupId, IsAmountOre, IsPrecision, ListOf, OptionalField, RestsOnDto } from '#libs/http';
import type { Precision } from '#libs/kernel';

/** A change of a line with the line's sign: −100 000 on a cost group budgets 1 tkr more cost. */
export class LineChangeDto {
  @IsAccountGroupId()
  readonly accountGroup!: string;

  @IsAmountOre()
  readonly changeOre!: number;
}

/** Base of commands that change lines. */
export class ChangesDto extends RestsOnDto {
  /** The unit of the changes; they are whole numbers of it. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  @ListOf(() => LineChangeDto, { max: 100 })
  readonly changes!: LineChangeDto[];
}
