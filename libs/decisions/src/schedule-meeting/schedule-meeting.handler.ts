import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { reject, yearOf } from '#libs/kernel';
import { CommitteeRegister } from '#libs/organisation/contract';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import { committeeYearStream } from '../committee-year/state.js';
import { BasisRegister, decisionsStreamId } from '../contract/index.js';
import { scheduleMeeting, type ScheduleMeeting } from './schedule-meeting.js';

export class ScheduleMeetingCommand extends Command<CommandOutcome<DecisionsRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly schedule: ScheduleMeeting,
  ) {
    super();
  }
}

@CommandHandler(ScheduleMeetingCommand)
export class ScheduleMeetingHandler implements ICommandHandler<ScheduleMeetingCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
    private readonly committees: CommitteeRegister,
  ) {}

  execute({ context, committee, schedule }: ScheduleMeetingCommand) {
    return this.commands.execute({
      context,
      definition: committeeYearStream,
      stream: decisionsStreamId(context.tenant, committee, yearOf(schedule.date)),
      decide: async (state) => {
        const objection =
          (await this.committees.objection(context.tenant, committee, schedule.date)) ??
          (await this.register.citationObjection(context.tenant, schedule.basis));
        return objection ? reject(objection) : scheduleMeeting(schedule, state);
      },
    });
  }
}
