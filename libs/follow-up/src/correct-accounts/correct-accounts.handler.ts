import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { correctAccounts, type CorrectAccounts } from './correct-accounts.js';

export class CorrectAccountsCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly accounts: Omit<CorrectAccounts, 'year' | 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(CorrectAccountsCommand)
export class CorrectAccountsHandler implements ICommandHandler<CorrectAccountsCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, accounts }: CorrectAccountsCommand) {
    const { year } = on;
    return this.followUp.execute(on, {
      basis: () => accounts.basis,
      decide: (state, accountGroups) => correctAccounts({ ...accounts, year, accountGroups }, state),
    });
  }
}
