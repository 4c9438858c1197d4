import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { closeAccounts, type CloseAccounts } from './close-accounts.js';

export class CloseAccountsCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly accounts: Omit<CloseAccounts, 'year' | 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(CloseAccountsCommand)
export class CloseAccountsHandler implements ICommandHandler<CloseAccountsCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, accounts }: CloseAccountsCommand) {
    const { year } = on;
    return this.followUp.execute(on, {
      basis: () => accounts.basis,
      decide: (state, accountGroups) => closeAccounts({ ...accounts, year, accountGroups }, state),
    });
  }
}
