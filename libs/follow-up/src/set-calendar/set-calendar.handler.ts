import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { setCalendar, type SetCalendar } from './set-calendar.js';

export class SetCalendarCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly calendar: Pick<SetCalendar, 'rounds' | 'basis'>,
  ) {
    super();
  }
}

@CommandHandler(SetCalendarCommand)
export class SetCalendarHandler implements ICommandHandler<SetCalendarCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, calendar }: SetCalendarCommand) {
    return this.followUp.execute(on, {
      basis: () => calendar.basis,
      decide: (state) => setCalendar({ ...calendar, year: on.year }, state),
    });
  }
}
