import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { reject, yearOf } from '#libs/kernel';
import { CommitteeRegister } from '#libs/organisation/contract';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { decisionsStreamId } from '../contract/index.js';
import { registerDecision, type RegisterDecision } from './register-decision.js';

export class RegisterDecisionCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly register: RegisterDecision,
  ) {
    super();
  }
}

@CommandHandler(RegisterDecisionCommand)
export class RegisterDecisionHandler implements ICommandHandler<RegisterDecisionCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly committees: CommitteeRegister,
  ) {}

  execute({ context, register }: RegisterDecisionCommand) {
    const { committee, date } = register;
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, committee, yearOf(date)),
      decide: async (state) => {
        const objection = await this.committees.objection(context.tenant, committee, date);
        return objection ? reject(objection) : registerDecision(register, state);
      },
    });
  }
}
