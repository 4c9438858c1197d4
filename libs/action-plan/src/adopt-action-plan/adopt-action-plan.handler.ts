import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';
import { adoptActionPlan, type AdoptActionPlan } from './adopt-action-plan.js';

export class AdoptActionPlanCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly planId: string,
    readonly adopt: Omit<AdoptActionPlan, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(AdoptActionPlanCommand)
export class AdoptActionPlanHandler implements ICommandHandler<AdoptActionPlanCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, planId, adopt }: AdoptActionPlanCommand) {
    const { committee, basis } = adopt;
    return this.plans.execute({ context, committee, planId, basis }, (state, accountGroups) =>
      adoptActionPlan({ ...adopt, accountGroups }, state),
    );
  }
}
