import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import { committeeStream, committeeStreamId } from '../committee/state.js';
import { dissolveCommittee, type DissolveCommittee } from './dissolve-committee.js';

export class DissolveCommitteeCommand extends Command<CommandOutcome<CommitteeChangeRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly dissolve: DissolveCommittee,
  ) {
    super();
  }
}

@CommandHandler(DissolveCommitteeCommand)
export class DissolveCommitteeHandler implements ICommandHandler<DissolveCommitteeCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, dissolve }: DissolveCommitteeCommand) {
    return this.commands.execute({
      context,
      definition: committeeStream,
      stream: committeeStreamId(context.tenant, dissolve.committee),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, dissolve.basis);
        return objection ? reject(objection) : dissolveCommittee(dissolve, state);
      },
    });
  }
}
