import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsPlainDate, IsText, MayCiteDto, mayCiteBasis, OptionalField, Records } from '#libs/http';
import { yearOf } from '#libs/kernel';
import { MeetingParams } from '../committee-year/paths.http.js';
import { CancelMeetingCommand } from './cancel-meeting.handler.js';

class CancelMeetingDto extends MayCiteDto {
  @OptionalField()
  @IsText({ max: 500 })
  readonly reason?: string;

  /** From when the calendar says so; the day of the meeting where it is left out. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/meetings/:date')
export class CancelMeetingHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Calls a meeting off that has decided nothing. */
  @Post('cancellation')
  @Records({
    status: 200,
    location: ({ municipality, committee, date = '' }) =>
      `/api/v1/${municipality}/committees/${committee}/meetings?year=${yearOf(date)}`,
  })
  cancel(
    @Param() { committee, date }: MeetingParams,
    @Context() context: CommandContext,
    @Body() body: CancelMeetingDto,
  ) {
    const basis = mayCiteBasis(body, body.effectiveOn ?? date);
    const command = { date, reason: body.reason ?? null, basis };
    return this.commands.execute(new CancelMeetingCommand(context, committee, command));
  }
}
