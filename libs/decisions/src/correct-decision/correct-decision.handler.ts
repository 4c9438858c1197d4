import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { yearOf } from '#libs/kernel';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { decisionsStreamId } from '../contract/index.js';
import { correctDecision, type CorrectDecision } from './correct-decision.js';

export class CorrectDecisionCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly correct: CorrectDecision,
  ) {
    super();
  }
}

@CommandHandler(CorrectDecisionCommand)
export class CorrectDecisionHandler implements ICommandHandler<CorrectDecisionCommand> {
  constructor(private readonly commands: CommandExecutor) {}

  execute({ context, correct }: CorrectDecisionCommand) {
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, correct.committee, yearOf(correct.date)),
      decide: (state) => correctDecision(correct, state),
    });
  }
}
