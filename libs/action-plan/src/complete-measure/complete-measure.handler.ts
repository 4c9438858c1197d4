import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';
import { completeMeasure, type CompleteMeasure } from './complete-measure.js';

export class CompleteMeasureCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly complete: CompleteMeasure,
  ) {
    super();
  }
}

@CommandHandler(CompleteMeasureCommand)
export class CompleteMeasureHandler implements ICommandHandler<CompleteMeasureCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, complete }: CompleteMeasureCommand) {
    return this.plans.execute({ context, committee, ...complete }, (state) =>
      completeMeasure(complete, state),
    );
  }
}
