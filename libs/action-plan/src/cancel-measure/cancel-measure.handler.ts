import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { cancelMeasure, type CancelMeasure } from '../plan/measure-decisions.js';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';

export class CancelMeasureCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly cancel: CancelMeasure,
  ) {
    super();
  }
}

@CommandHandler(CancelMeasureCommand)
export class CancelMeasureHandler implements ICommandHandler<CancelMeasureCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, cancel }: CancelMeasureCommand) {
    return this.plans.execute({ context, committee, ...cancel }, (state) => cancelMeasure(cancel, state));
  }
}
