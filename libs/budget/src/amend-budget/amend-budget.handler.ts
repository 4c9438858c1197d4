import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { amendBudget, type AmendBudget } from './amend-budget.js';

export class AmendBudgetCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly amend: Omit<AmendBudget, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(AmendBudgetCommand)
export class AmendBudgetHandler implements ICommandHandler<AmendBudgetCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, amend }: AmendBudgetCommand) {
    const subject = { context, committee, ...amend };
    return this.budgets.execute(subject, async (state) => {
      const accountGroups = await this.budgets.accountGroups(subject);
      return amendBudget({ ...amend, accountGroups }, state);
    });
  }
}
