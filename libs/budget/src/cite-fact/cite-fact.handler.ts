import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { citeBudgetFact, type CiteBudgetFact } from './cite-fact.js';

export class CiteBudgetFactCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly cite: CiteBudgetFact,
  ) {
    super();
  }
}

@CommandHandler(CiteBudgetFactCommand)
export class CiteBudgetFactHandler implements ICommandHandler<CiteBudgetFactCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, cite }: CiteBudgetFactCommand) {
    return this.budgets.execute({ context, committee, ...cite }, (state) => citeBudgetFact(cite, state));
  }
}
