import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import { committeeStream, committeeStreamId } from '../committee/state.js';
import { establishCommittee, type EstablishCommittee } from './establish-committee.js';

export class EstablishCommitteeCommand extends Command<CommandOutcome<CommitteeChangeRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly establish: EstablishCommittee,
  ) {
    super();
  }
}

@CommandHandler(EstablishCommitteeCommand)
export class EstablishCommitteeHandler implements ICommandHandler<EstablishCommitteeCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, establish }: EstablishCommitteeCommand) {
    return this.commands.execute({
      context,
      definition: committeeStream,
      stream: committeeStreamId(context.tenant, establish.code),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, establish.basis);
        return objection ? reject(objection) : establishCommittee(establish, state);
      },
    });
  }
}
