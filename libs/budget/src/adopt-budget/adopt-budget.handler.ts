import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { adoptBudget, type AdoptBudget } from './adopt-budget.js';

export class AdoptBudgetCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly adopt: Omit<AdoptBudget, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(AdoptBudgetCommand)
export class AdoptBudgetHandler implements ICommandHandler<AdoptBudgetCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, adopt }: AdoptBudgetCommand) {
    const subject = { context, committee, ...adopt };
    return this.budgets.execute(subject, async (state) => {
      const accountGroups = await this.budgets.accountGroups(subject);
      return adoptBudget({ ...adopt, accountGroups }, state);
    });
  }
}
