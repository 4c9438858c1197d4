import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { basisOf, Context, IsText, Records, RestsOnDto } from '#libs/http';
import { MeasureParams, planPath } from '../plan/path.http.js';
import { CancelMeasureCommand } from './cancel-measure.handler.js';

class CancelMeasureDto extends RestsOnDto {
  @IsText({ max: 2_000, multiline: true })
  readonly reason!: string;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId/measures/:measureId')
export class CancelMeasureHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Cancels a measure by a decision, with the reason. */
  @Post('cancellation')
  @Records({ status: 200, location: planPath })
  cancel(
    @Param() { committee, planId, measureId }: MeasureParams,
    @Context() context: CommandContext,
    @Body() body: CancelMeasureDto,
  ) {
    const cancel = { planId, measureId, reason: body.reason, basis: basisOf(body) };
    return this.commands.execute(new CancelMeasureCommand(context, committee, cancel));
  }
}
