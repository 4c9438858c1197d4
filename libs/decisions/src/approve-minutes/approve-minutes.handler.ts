import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { yearOf } from '#libs/kernel';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { decisionsStreamId } from '../contract/index.js';
import { approveMinutes, type ApproveMinutes } from './approve-minutes.js';

export class ApproveMinutesCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly approve: ApproveMinutes,
  ) {
    super();
  }
}

@CommandHandler(ApproveMinutesCommand)
export class ApproveMinutesHandler implements ICommandHandler<ApproveMinutesCommand> {
  constructor(private readonly commands: CommandExecutor) {}

  execute({ context, approve }: ApproveMinutesCommand) {
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, approve.committee, yearOf(approve.date)),
      decide: (state) => approveMinutes(approve, state),
    });
  }
}
