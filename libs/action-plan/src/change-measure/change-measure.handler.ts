import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { changeMeasure, type ChangeMeasure } from '../plan/measure-decisions.js';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';

export class ChangeMeasureCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly change: Omit<ChangeMeasure, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(ChangeMeasureCommand)
export class ChangeMeasureHandler implements ICommandHandler<ChangeMeasureCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, change }: ChangeMeasureCommand) {
    return this.plans.execute({ context, committee, ...change }, (state, accountGroups) =>
      changeMeasure({ ...change, accountGroups }, state),
    );
  }
}
