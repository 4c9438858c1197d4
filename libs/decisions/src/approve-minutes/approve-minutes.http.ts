import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsPlainDate, Records, swedishToday } from '#libs/http';
import { decisionPath, DecisionParams } from '../committee-year/paths.http.js';
import { ApproveMinutesCommand } from './approve-minutes.handler.js';

class ApproveMinutesDto {
  @IsPlainDate()
  readonly approvedOn!: string;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/decisions/:date/:paragraph')
export class ApproveMinutesHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Records that the minutes of the paragraph were approved. */
  @Post('minutes-approval')
  @Records({ status: 200, location: decisionPath })
  approve(
    @Param() { committee, date, paragraph }: DecisionParams,
    @Context() context: CommandContext,
    @Body() { approvedOn }: ApproveMinutesDto,
  ) {
    const command = { committee, date, paragraph, approvedOn, today: swedishToday() };
    return this.commands.execute(new ApproveMinutesCommand(context, command));
  }
}
