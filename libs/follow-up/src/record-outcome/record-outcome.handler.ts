import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { endOfMonth } from '#libs/kernel';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { recordOutcome, type RecordOutcome } from './record-outcome.js';

export class RecordOutcomeCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly outcome: Omit<RecordOutcome, 'year' | 'accountGroups'>,
  ) {
    super();
  }
}

@CommandHandler(RecordOutcomeCommand)
export class RecordOutcomeHandler implements ICommandHandler<RecordOutcomeCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, outcome }: RecordOutcomeCommand) {
    const { year } = on;
    return this.followUp.execute(on, {
      basis: () => ({ kind: 'report', effectiveOn: endOfMonth(year, outcome.month) }),
      decide: (state, accountGroups) => recordOutcome({ ...outcome, year, accountGroups }, state),
    });
  }
}
