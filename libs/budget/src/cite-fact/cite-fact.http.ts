import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, FiscalYearParams, IsCitation, IsInteger, Records } from '#libs/http';
import { parseCitation } from '#libs/kernel';
import { budgetPath } from '../fiscal-year/path.http.js';
import { CiteBudgetFactCommand } from './cite-fact.handler.js';

class CiteBudgetFactDto {
  /** The place in the year's stream of the fact without a paragraph, as `uncited` lists it. */
  @IsInteger({ min: 0, max: 1_000_000 })
  readonly revision!: number;

  @IsCitation()
  readonly citation!: string;
}

@ApiTags('budgets')
@Controller('api/v1/:municipality/committees/:committee/budgets/:year')
export class CiteBudgetFactHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Says afterwards under which paragraph a fact of the budget was decided. */
  @Post('citations')
  @Records({ status: 201, location: budgetPath })
  cite(
    @Param() { committee, year }: FiscalYearParams,
    @Context() context: CommandContext,
    @Body() { revision, citation }: CiteBudgetFactDto,
  ) {
    const effectiveOn = parseCitation(citation)?.date ?? '';
    const cite = { year, revision, basis: { kind: 'decision', citation, effectiveOn } as const };
    return this.commands.execute(new CiteBudgetFactCommand(context, committee, cite));
  }
}
