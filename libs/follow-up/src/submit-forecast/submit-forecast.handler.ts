import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { forecastDate, submitForecast, type SubmitForecast } from './submit-forecast.js';

export class SubmitForecastCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly forecast: Omit<SubmitForecast, 'year' | 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(SubmitForecastCommand)
export class SubmitForecastHandler implements ICommandHandler<SubmitForecastCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, forecast }: SubmitForecastCommand) {
    const { year } = on;
    return this.followUp.execute(on, {
      basis: (state) => ({ kind: 'report', effectiveOn: forecastDate({ ...forecast, year }, state) }),
      decide: (state, accountGroups) => submitForecast({ ...forecast, year, accountGroups }, state),
    });
  }
}
