import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { basisOf, Context, FiscalYearParams, precisionOf, Records } from '#libs/http';
import { ChangesDto } from '../fiscal-year/changes.http.js';
import { budgetPath } from '../fiscal-year/path.http.js';
import { ReallocateCommand } from './reallocate.handler.js';

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class ReallocateHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Moves amounts between account groups by a decision; the changes sum to zero. */
  @Post('reallocations')
  @Records({ status: 201, location: budgetPath })
  reallocate(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: ChangesDto,
  ) {
    const reallocation = { year, changes: body.changes, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new ReallocateCommand(context, committee, reallocation));
  }
}
