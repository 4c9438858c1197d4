import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { BudgetCommands, type BudgetOutcome } from '../fiscal-year/budget-commands.adapter.js';
import { adoptInvestments, type AdoptInvestments } from './adopt-investments.js';

export class AdoptInvestmentsCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly adopt: AdoptInvestments,
  ) {
    super();
  }
}

@CommandHandler(AdoptInvestmentsCommand)
export class AdoptInvestmentsHandler implements ICommandHandler<AdoptInvestmentsCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, adopt }: AdoptInvestmentsCommand) {
    return this.budgets.execute({ context, committee, ...adopt }, (state) => adoptInvestments(adopt, state));
  }
}
