import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { noteForecast, type NoteForecast } from './note-forecast.js';

export class NoteForecastCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly note: Pick<NoteForecast, 'round' | 'basis'>,
  ) {
    super();
  }
}

@CommandHandler(NoteForecastCommand)
export class NoteForecastHandler implements ICommandHandler<NoteForecastCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, note }: NoteForecastCommand) {
    const { committee, year } = on;
    return this.followUp.execute(on, {
      basis: () => note.basis,
      decide: (state) => noteForecast({ ...note, committee, year }, state),
    });
  }
}
