import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { AccountGroupsRejection } from '../account-groups/rejections.js';
import { accountGroupsStream, accountGroupsStreamId } from '../account-groups/state.js';
import { renameAccountGroup, type RenameAccountGroup } from './rename-account-group.js';

export class RenameAccountGroupCommand extends Command<CommandOutcome<AccountGroupsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly rename: RenameAccountGroup,
  ) {
    super();
  }
}

@CommandHandler(RenameAccountGroupCommand)
export class RenameAccountGroupHandler implements ICommandHandler<RenameAccountGroupCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, rename }: RenameAccountGroupCommand) {
    return this.commands.execute({
      context,
      definition: accountGroupsStream,
      stream: accountGroupsStreamId(context.tenant),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, rename.basis);
        return objection ? reject(objection) : renameAccountGroup(rename, state);
      },
    });
  }
}
