import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { AccountGroupsRejection } from '../account-groups/rejections.js';
import { accountGroupsStream, accountGroupsStreamId } from '../account-groups/state.js';
import { defineAccountGroups, type DefineAccountGroups } from './define-account-groups.js';

export class DefineAccountGroupsCommand extends Command<CommandOutcome<AccountGroupsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly define: DefineAccountGroups,
  ) {
    super();
  }
}

@CommandHandler(DefineAccountGroupsCommand)
export class DefineAccountGroupsHandler implements ICommandHandler<DefineAccountGroupsCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, define }: DefineAccountGroupsCommand) {
    return this.commands.execute({
      context,
      definition: accountGroupsStream,
      stream: accountGroupsStreamId(context.tenant),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, define.basis);
        return objection ? reject(objection) : defineAccountGroups(define, state);
      },
    });
  }
}
