import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  FiscalYearParams,
  IsPlainDate,
  IsText,
  MayCiteDto,
  mayCiteBasis,
  OptionalField,
  Records,
  swedishToday,
} from '#libs/http';
import { parseCitation } from '#libs/kernel';
import { AccountsDto, typedInvestments, typedStatement } from '../fiscal-year/accounts.http.js';
import { followUpPath } from '../fiscal-year/path.http.js';
import { CorrectAccountsCommand } from './correct-accounts.handler.js';

class CorrectAccountsDto extends IntersectionType(AccountsDto, MayCiteDto) {
  @IsText({ max: 1_000, multiline: true })
  readonly reason!: string;

  /** From when the correction holds: the day of the paragraph, or today where none is cited, unless told otherwise. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('follow-up')
@Controller('api/v1/:municipality/committees/:committee/follow-up/:year/accounts')
export class CorrectAccountsHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Records the accounts anew where they turn out to be otherwise; what was recorded first is kept with its date. */
  @Post('corrections')
  @Records({ status: 201, location: followUpPath('accounts') })
  correct(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() body: CorrectAccountsDto,
  ) {
    const { reason, citation } = body;
    const effectiveOn = body.effectiveOn ?? parseCitation(citation ?? '')?.date ?? swedishToday();
    const basis = mayCiteBasis(body, effectiveOn);
    const accounts = { ...typedStatement(body), investments: typedInvestments(body), reason, basis };
    return this.commands.execute(new CorrectAccountsCommand({ context, committee, year }, accounts));
  }
}
