import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { addMeasure, type AddMeasure } from '../plan/measure-decisions.js';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';

export class AddMeasureCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly add: Omit<AddMeasure, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(AddMeasureCommand)
export class AddMeasureHandler implements ICommandHandler<AddMeasureCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, add }: AddMeasureCommand) {
    return this.plans.execute({ context, committee, ...add }, (state, accountGroups) =>
      addMeasure({ ...add, accountGroups }, state),
    );
  }
}
