import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { basisOf, Context, FiscalYearParams, Records, RestsOnDto } from '#libs/http';
import { AccountsDto, typedInvestments, typedStatement } from '../fiscal-year/accounts.http.js';
import { followUpPath } from '../fiscal-year/path.http.js';
import { CloseAccountsCommand } from './close-accounts.handler.js';

class CloseAccountsDto extends IntersectionType(AccountsDto, RestsOnDto) {}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year')
export class CloseAccountsHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Closes the year with its accounts. They are closed once; later facts correct them. */
  @Post('accounts')
  @Records({ status: 201, location: followUpPath('accounts') })
  close(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: CloseAccountsDto,
  ) {
    const accounts = { ...typedStatement(body), investments: typedInvestments(body), basis: basisOf(body) };
    return this.commands.execute(new CloseAccountsCommand({ context, committee, year }, accounts));
  }
}
