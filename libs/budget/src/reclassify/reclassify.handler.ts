import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { reclassify, type Reclassify } from './reclassify.js';

export class ReclassifyCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly reclassification: Omit<Reclassify, 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(ReclassifyCommand)
export class ReclassifyHandler implements ICommandHandler<ReclassifyCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, reclassification }: ReclassifyCommand) {
    const subject = { context, committee, ...reclassification };
    return this.budgets.execute(subject, async (state) => {
      const accountGroups = await this.budgets.accountGroups(subject);
      return reclassify({ ...reclassification, accountGroups }, state);
    });
  }
}
