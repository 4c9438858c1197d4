import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { reject, yearOf } from '#libs/kernel';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { BasisRegister, decisionsStreamId } from '../contract/index.js';
import { moveMeeting, type MoveMeeting } from './move-meeting.js';

export class MoveMeetingCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly move: MoveMeeting,
  ) {
    super();
  }
}

@CommandHandler(MoveMeetingCommand)
export class MoveMeetingHandler implements ICommandHandler<MoveMeetingCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, committee, move }: MoveMeetingCommand) {
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, committee, yearOf(move.from)),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, move.basis);
        return objection ? reject(objection) : moveMeeting(move, state);
      },
    });
  }
}
