import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsCitation, IsInteger, Records } from '#libs/http';
import { parseCitation } from '#libs/kernel';
import { ActionPlanParams, planPath } from '../plan/path.http.js';
import { CitePlanFactCommand } from './cite-fact.handler.js';

class CitePlanFactDto {
  /** The place in the plan's stream of the fact without a paragraph, as `uncited` lists it. */
  @IsInteger({ min: 0, max: 1_000_000 })
  readonly revision!: number;

  @IsCitation()
  readonly citation!: string;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId')
export class CitePlanFactHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Says afterwards under which paragraph a fact of the plan was decided. */
  @Post('citations')
  @Records({ status: 200, location: planPath })
  cite(
    @Param() { committee, planId }: ActionPlanParams,
    @Context() context: CommandContext,
    @Body() { revision, citation }: CitePlanFactDto,
  ) {
    const effectiveOn = parseCitation(citation)?.date ?? '';
    const cite = { planId, revision, basis: { kind: 'decision', citation, effectiveOn } as const };
    return this.commands.execute(new CitePlanFactCommand(context, committee, cite));
  }
}
