import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import { committeeStream, committeeStreamId } from '../committee/state.js';
import { renameCommittee, type RenameCommittee } from './rename-committee.js';

export class RenameCommitteeCommand extends Command<CommandOutcome<CommitteeChangeRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly rename: RenameCommittee,
  ) {
    super();
  }
}

@CommandHandler(RenameCommitteeCommand)
export class RenameCommitteeHandler implements ICommandHandler<RenameCommitteeCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, rename }: RenameCommitteeCommand) {
    return this.commands.execute({
      context,
      definition: committeeStream,
      stream: committeeStreamId(context.tenant, rename.committee),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, rename.basis);
        return objection ? reject(objection) : renameCommittee(rename, state);
      },
    });
  }
}
