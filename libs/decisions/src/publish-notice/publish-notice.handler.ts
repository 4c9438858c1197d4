import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { yearOf } from '#libs/kernel';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { decisionsStreamId } from '../contract/index.js';
import type { PublishNotice } from './notice-rules.js';
import { publishNotice } from './publish-notice.js';

export class PublishNoticeCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly publish: PublishNotice,
  ) {
    super();
  }
}

@CommandHandler(PublishNoticeCommand)
export class PublishNoticeHandler implements ICommandHandler<PublishNoticeCommand> {
  constructor(private readonly commands: CommandExecutor) {}

  execute({ context, publish }: PublishNoticeCommand) {
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, publish.committee, yearOf(publish.date)),
      decide: (state) => publishNotice(publish, state),
    });
  }
}
