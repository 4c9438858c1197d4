import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  field,
  FiscalYearParams,
  IsAccountGroupId,
  IsInteger,
  IsPrecision,
  OptionalField,
  precisionOf,
  Records,
  RestsOnDto,
} from '#libs/http';
import { isAmountOre, type Precision } from '#libs/kernel';
import { budgetPath } from '../fiscal-year/path.http.js';
import { SetReserveCommand } from './set-reserve.handler.js';

const oneSize =
  'Ange bufferten antingen som belopp (amountOre) eller som andel av kommunbidraget (shareBasisPoints).';
const isUntold = (value: unknown) => value === undefined;

class SetReserveDto extends RestsOnDto {
  /** The cost group whose budget contains the reserve. */
  @IsAccountGroupId()
  readonly heldIn!: string;

  /** Öre, not negative: this or `shareBasisPoints`. */
  @field(
    'malformed-value',
    (amount, { shareBasisPoints }) => isUntold(amount) !== isUntold(shareBasisPoints),
    oneSize,
  )
  @field('malformed-amount', (amount) => isUntold(amount) || Number.isInteger(amount))
  @field('amount-out-of-range', (amount) => isUntold(amount) || (isAmountOre(amount) && amount >= 0))
  @ApiProperty({ type: 'integer', minimum: 0, required: false })
  readonly amountOre?: number;

  /** The share of the municipal grant in force: 1,5 % is 150. */
  @OptionalField()
  @IsInteger({ min: 0, max: 10_000 })
  readonly shareBasisPoints?: number;

  /** The unit of the amount; a share is rounded to whole numbers of it. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class SetReserveHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Sets part of a cost group's budget aside as contingency reserve, or sets the amount anew. */
  @Post('reserve')
  @Records({ status: 201, location: budgetPath })
  set(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: SetReserveDto,
  ) {
    const { heldIn, amountOre, shareBasisPoints = 0 } = body;
    const size = amountOre === undefined ? { shareBasisPoints } : { amountOre };
    const set = { year, heldIn, size, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new SetReserveCommand(context, committee, set));
  }
}
