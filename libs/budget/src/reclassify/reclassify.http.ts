import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { basisOf, Context, FiscalYearParams, IsText, precisionOf, Records } from '#libs/http';
import { ChangesDto } from '../fiscal-year/changes.http.js';
import { budgetPath } from '../fiscal-year/path.http.js';
import { ReclassifyCommand } from './reclassify.handler.js';

class ReclassifyDto extends ChangesDto {
  @IsText({ max: 500 })
  readonly reason!: string;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class ReclassifyHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Makes the year before comparable with this one, e.g. when a responsibility has moved; no budget changes. */
  @Post('reclassifications')
  @Records({ status: 201, location: budgetPath })
  reclassify(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: ReclassifyDto,
  ) {
    const { changes, reason } = body;
    const reclassification = { year, changes, reason, precision: precisionOf(body), basis: basisOf(body) };
    return this.commands.execute(new ReclassifyCommand(context, committee, reclassification));
  }
}
