import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { reject, yearOf } from '#libs/kernel';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { BasisRegister, decisionsStreamId } from '../contract/index.js';
import { cancelMeeting, type CancelMeeting } from './cancel-meeting.js';

export class CancelMeetingCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly cancel: CancelMeeting,
  ) {
    super();
  }
}

@CommandHandler(CancelMeetingCommand)
export class CancelMeetingHandler implements ICommandHandler<CancelMeetingCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, committee, cancel }: CancelMeetingCommand) {
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, committee, yearOf(cancel.date)),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, cancel.basis);
        return objection ? reject(objection) : cancelMeeting(cancel, state);
      },
    });
  }
}
