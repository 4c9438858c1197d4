import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  FiscalYearParams,
  IsInteger,
  IsOneOf,
  IsPlainDate,
  ListOf,
  Records,
  ReportDto,
  reportBasis,
} from '#libs/http';
import { startOf } from '#libs/kernel';
import { roundKinds, type RoundKind } from '../contract/index.js';
import { followUpPath } from '../fiscal-year/path.http.js';
import { SetCalendarCommand } from './set-calendar.handler.js';

class RoundDto {
  /** 1 and up, rising with the dates. */
  @IsInteger({ min: 1, max: 99 })
  readonly round!: number;

  /** The day of the meeting. */
  @IsPlainDate()
  readonly date!: string;

  /** Budgetuppföljning, fördjupad månadsuppföljning or delårsbokslut. */
  @IsOneOf(roundKinds)
  readonly kind!: RoundKind;
}

/** Holds from the first day of the year unless told otherwise. */
class SetCalendarDto extends ReportDto {
  @ListOf(() => RoundDto, { max: 99 })
  readonly rounds!: readonly RoundDto[];
}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class SetCalendarHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Sets all follow-up rounds of the year; set again, it replaces them, but rounds with forecasts stay. */
  @Post('calendar')
  @Records({ status: 201, location: followUpPath('forecasts') })
  setCalendar(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: SetCalendarDto,
  ) {
    const rounds = body.rounds.map(({ round, date, kind }) => ({ round, date, kind }));
    const calendar = { rounds, basis: reportBasis(body, startOf(year)) };
    return this.commands.execute(new SetCalendarCommand({ context, committee, year }, calendar));
  }
}
