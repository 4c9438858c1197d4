import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { reallocate, type Reallocate } from './reallocate.js';

export class ReallocateCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly reallocation: Omit<Reallocate, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(ReallocateCommand)
export class ReallocateHandler implements ICommandHandler<ReallocateCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, reallocation }: ReallocateCommand) {
    const subject = { context, committee, ...reallocation };
    return this.budgets.execute(subject, async (state) => {
      const accountGroups = await this.budgets.accountGroups(subject);
      return reallocate({ ...reallocation, accountGroups }, state);
    });
  }
}
