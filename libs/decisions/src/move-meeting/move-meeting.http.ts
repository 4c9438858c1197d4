import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsPlainDate, MayCiteDto, mayCiteBasis, OptionalField, Records } from '#libs/http';
import { yearOf } from '#libs/kernel';
import { MeetingParams } from '../committee-year/paths.http.js';
import { MoveMeetingCommand } from './move-meeting.handler.js';

class MoveMeetingDto extends MayCiteDto {
  /** The new date, in the same year. */
  @IsPlainDate()
  readonly to!: string;

  /** From when the calendar says so; the earlier of the two dates where it is left out. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/meetings/:date')
export class MoveMeetingHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Moves a meeting that has decided nothing to another date of the year. */
  @Post('move')
  @Records({
    status: 200,
    location: ({ municipality, committee, date = '' }) =>
      `/api/v1/${municipality}/committees/${committee}/meetings?year=${yearOf(date)}`,
  })
  move(
    @Param() { committee, date: from }: MeetingParams,
    @Context() context: CommandContext,
    @Body() body: MoveMeetingDto,
  ) {
    const { to } = body;
    const basis = mayCiteBasis(body, body.effectiveOn ?? (from < to ? from : to));
    return this.commands.execute(new MoveMeetingCommand(context, committee, { from, to, basis }));
  }
}
