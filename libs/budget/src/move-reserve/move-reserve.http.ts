import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  FiscalYearParams,
  IsAccountGroupId,
  IsFlag,
  IsText,
  Records,
  RestsOnDto,
} from '#libs/http';
import { budgetPath } from '../fiscal-year/path.http.js';
import { MoveReserveCommand } from './move-reserve.handler.js';

class MoveReserveDto extends RestsOnDto {
  @IsAccountGroupId()
  readonly from!: string;

  @IsAccountGroupId()
  readonly to!: string;

  @IsText({ max: 500 })
  readonly reason!: string;

  /** Whether the lines were adopted with the reserve in its new place, so that only the earmark moves. */
  @IsFlag()
  readonly alreadyInAdoptedLines!: boolean;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year/reserve')
export class MoveReserveHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Holds the contingency reserve in another account group from now on. */
  @Post('moves')
  @Records({ status: 201, location: budgetPath })
  move(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: MoveReserveDto,
  ) {
    const { from, to, reason, alreadyInAdoptedLines } = body;
    const move = { year, from, to, reason, alreadyInAdoptedLines, basis: basisOf(body) };
    return this.commands.execute(new MoveReserveCommand(context, committee, move));
  }
}
