import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';
import { reviseActionPlan, type ReviseActionPlan } from './revise-action-plan.js';

export class ReviseActionPlanCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly revise: Omit<ReviseActionPlan, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(ReviseActionPlanCommand)
export class ReviseActionPlanHandler implements ICommandHandler<ReviseActionPlanCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, revise }: ReviseActionPlanCommand) {
    return this.plans.execute({ context, committee, ...revise }, (state, accountGroups) =>
      reviseActionPlan({ ...revise, accountGroups }, state),
    );
  }
}
