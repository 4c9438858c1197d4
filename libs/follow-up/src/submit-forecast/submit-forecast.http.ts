import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, precisionOf, Records } from '#libs/http';
import { followUpPath, RoundParams } from '../fiscal-year/path.http.js';
import { SubmitForecastDto, typedFigures } from './forecast-body.http.js';
import { SubmitForecastCommand } from './submit-forecast.handler.js';

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year/rounds/:round')
export class SubmitForecastHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Hands in the forecast of a round; once more before the committee takes note, it replaces the former (200). */
  @Post('forecast')
  @Records({
    status: 201,
    isChange: ({ warnings }) => warnings.some(({ code }) => code === 'forecast-revised'),
    location: followUpPath('forecasts'),
  })
  submit(
    @Param() { committee, year, round }: RoundParams,
    @Context() context: CommandContext,
    @Body() body: SubmitForecastDto,
  ) {
    const { figureKind, comment = null, assumptions = [], effectiveOn = null } = body;
    const forecast = {
      round,
      figureKind,
      figures: typedFigures(body),
      precision: precisionOf(body),
      comment,
      assumptions: [...assumptions],
      effectiveOn,
    };
    return this.commands.execute(new SubmitForecastCommand({ context, committee, year }, forecast));
  }
}
