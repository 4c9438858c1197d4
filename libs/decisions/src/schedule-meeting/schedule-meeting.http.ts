import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  CommitteeParams,
  Context,
  IsOneOf,
  IsPlainDate,
  IsText,
  MayCiteDto,
  mayCiteBasis,
  OptionalField,
  Records,
} from '#libs/http';
import { startOf, yearOf } from '#libs/kernel';
import { meetingKinds, type MeetingKind } from '../contract/index.js';
import { ScheduleMeetingCommand } from './schedule-meeting.handler.js';

class ScheduleMeetingDto extends MayCiteDto {
  @IsPlainDate()
  readonly date!: string;

  /** `ordinary` where it is left out. */
  @OptionalField()
  @IsOneOf(meetingKinds)
  readonly kind?: MeetingKind;

  @OptionalField()
  @IsText({ max: 200 })
  readonly place?: string;

  /** From when the meeting stands in the calendar; the first day of its year where it is left out. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/meetings')
export class ScheduleMeetingHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Puts a meeting in the committee's calendar. */
  @Post()
  @Records<ScheduleMeetingDto>({
    status: 201,
    location: ({ municipality, committee }, { body }) =>
      `/api/v1/${municipality}/committees/${committee}/meetings?year=${yearOf(body.date)}`,
  })
  schedule(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: ScheduleMeetingDto,
  ) {
    const { date, kind = 'ordinary', place = null, effectiveOn } = body;
    const basis = mayCiteBasis(body, effectiveOn ?? startOf(yearOf(date)));
    return this.commands.execute(
      new ScheduleMeetingCommand(context, committee, { date, kind, place, basis }),
    );
  }
}
