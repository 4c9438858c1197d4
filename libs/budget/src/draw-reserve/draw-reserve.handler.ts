import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { drawReserve, type DrawReserve } from './draw-reserve.js';

export class DrawReserveCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly draw: DrawReserve,
  ) {
    super();
  }
}

@CommandHandler(DrawReserveCommand)
export class DrawReserveHandler implements ICommandHandler<DrawReserveCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, draw }: DrawReserveCommand) {
    return this.budgets.execute({ context, committee, ...draw }, (state) => drawReserve(draw, state));
  }
}
