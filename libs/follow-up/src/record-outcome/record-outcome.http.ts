import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, FiscalYearParams, IsMonth, Records } from '#libs/http';
import { OutcomeStatementDto, typedStatement } from '../fiscal-year/accounts.http.js';
import { followUpPath } from '../fiscal-year/path.http.js';
import { RecordOutcomeCommand } from './record-outcome.handler.js';

class RecordOutcomeDto extends OutcomeStatementDto {
  /** 1 to 12. The figures are the month's own change, not the sum since January. */
  @IsMonth()
  readonly month!: number;
}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class RecordOutcomeHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Records what came out in a month, by itself and not since January; recorded again, it corrects the month (200). */
  @Post('outcomes')
  @Records({
    status: 201,
    isChange: ({ warnings }) => warnings.some(({ code }) => code === 'outcome-corrected'),
    location: followUpPath('accounts'),
  })
  record(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: RecordOutcomeDto,
  ) {
    const outcome = { ...typedStatement(body), month: body.month };
    return this.commands.execute(new RecordOutcomeCommand({ context, committee, year }, outcome));
  }
}
