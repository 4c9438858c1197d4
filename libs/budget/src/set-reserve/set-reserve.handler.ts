import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { setReserve, type SetReserve } from './set-reserve.js';

export class SetReserveCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly set: SetReserve,
  ) {
    super();
  }
}

@CommandHandler(SetReserveCommand)
export class SetReserveHandler implements ICommandHandler<SetReserveCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, set }: SetReserveCommand) {
    return this.budgets.execute({ context, committee, ...set }, (state) => setReserve(set, state));
  }
}
