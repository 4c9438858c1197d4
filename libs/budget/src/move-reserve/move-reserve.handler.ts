import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { moveReserve, type MoveReserve } from './move-reserve.js';

export class MoveReserveCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly move: MoveReserve,
  ) {
    super();
  }
}

@CommandHandler(MoveReserveCommand)
export class MoveReserveHandler implements ICommandHandler<MoveReserveCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, move }: MoveReserveCommand) {
    return this.budgets.execute({ context, committee, ...move }, (state) => moveReserve(move, state));
  }
}
