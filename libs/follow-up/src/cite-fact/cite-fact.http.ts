import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, FiscalYearParams, IsInteger, Records } from '#libs/http';
import { CitingDto, decisionOf } from '../fiscal-year/citing.http.js';
import { followUpPath } from '../fiscal-year/path.http.js';
import { CiteFollowUpFactCommand } from './cite-fact.handler.js';

class CiteFollowUpFactDto extends CitingDto {
  /** The place in the stream of the fact without a paragraph. */
  @IsInteger({ min: 0, max: 1_000_000 })
  readonly revision!: number;
}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class CiteFollowUpFactHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Says afterwards under which paragraph a fact of the follow-up was decided. */
  @Post('citations')
  @Records({ status: 201, location: followUpPath('accounts') })
  cite(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: CiteFollowUpFactDto,
  ) {
    const cite = { revision: body.revision, basis: decisionOf(body) };
    return this.commands.execute(new CiteFollowUpFactCommand({ context, committee, year }, cite));
  }
}
