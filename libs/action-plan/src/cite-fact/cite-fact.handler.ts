import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';
import { citePlanFact, type CitePlanFact } from './cite-fact.js';

export class CitePlanFactCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly cite: CitePlanFact,
  ) {
    super();
  }
}

@CommandHandler(CitePlanFactCommand)
export class CitePlanFactHandler implements ICommandHandler<CitePlanFactCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, cite }: CitePlanFactCommand) {
    return this.plans.execute({ context, committee, ...cite }, (state) => citePlanFact(cite, state));
  }
}
