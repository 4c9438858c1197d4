import { precisions, type Precision } from '#libs/kernel';
import { IsOneOf } from '../fields/flags.http.js';
import { IsAccountGroupId } from '../fields/names.http.js';
import { IsAmountOre } from '../fields/numbers.http.js';
import { OptionalField } from '../fields/presence.http.js';

/** An amount on an account group; costs are negative and income positive, as printed. */
export class StatementLineDto {
  @IsAccountGroupId()
  readonly accountGroup!: string;

  @IsAmountOre()
  readonly amountOre!: number;
}

/** Printed sums that came along with the lines. */
export class ControlTotalsDto {
  @OptionalField()
  @IsAmountOre()
  readonly grossCostOre?: number;

  @OptionalField()
  @IsAmountOre()
  readonly netCostOre?: number;

  @OptionalField()
  @IsAmountOre()
  readonly annualResultOre?: number;
}

/** `ore`, `kr`, `tkr`, `tenthMnkr` or `mnkr`; on a property `precision?: Precision`, which is `ore` unless told. */
export function IsPrecision(): PropertyDecorator {
  return IsOneOf(precisions);
}

export function precisionOf({ precision }: { readonly precision?: Precision }): Precision {
  return precision ?? 'ore';
}
