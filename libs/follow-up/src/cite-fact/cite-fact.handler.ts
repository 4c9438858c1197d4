import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CiteFact } from '#libs/kernel';
import {
  FollowUpCommands,
  type FollowUpOutcome,
  type OnYear,
} from '../fiscal-year/follow-up-commands.adapter.js';
import { citeFollowUpFact } from './cite-fact.js';

export class CiteFollowUpFactCommand extends Command<FollowUpOutcome> {
  constructor(
    readonly on: OnYear,
    readonly cite: CiteFact,
  ) {
    super();
  }
}

@CommandHandler(CiteFollowUpFactCommand)
export class CiteFollowUpFactHandler implements ICommandHandler<CiteFollowUpFactCommand> {
  constructor(private readonly followUp: FollowUpCommands) {}

  execute({ on, cite }: CiteFollowUpFactCommand) {
    return this.followUp.execute(on, {
      basis: () => cite.basis,
      decide: (state) => citeFollowUpFact(cite, state),
    });
  }
}
