import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, Records } from '#libs/http';
import { CitingDto, decisionOf } from '../fiscal-year/citing.http.js';
import { followUpPath, RoundParams } from '../fiscal-year/path.http.js';
import { NoteForecastCommand } from './note-forecast.handler.js';

class NoteForecastDto extends CitingDto {}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year/rounds/:round')
export class NoteForecastHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Records that the committee took note of the forecast, under a registered paragraph of its own. */
  @Post('note')
  @Records({ status: 201, location: followUpPath('forecasts') })
  note(
    @Param() { committee, year, round }: RoundParams,
    @Context() context: CommandContext,
    @Body() body: NoteForecastDto,
  ) {
    const note = { round, basis: decisionOf(body) };
    return this.commands.execute(new NoteForecastCommand({ context, committee, year }, note));
  }
}
