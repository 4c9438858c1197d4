import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { reject, type Basis, type Rejection } from '#libs/kernel';
import { ErasureRunner } from '../carry-out/erasure-runner.adapter.js';
import type { EventsErased } from '../erasures/events.js';
import type { ErasureRejection } from '../erasures/rejections.js';
import { erasuresStream, erasuresStreamId, type ErasuresState } from '../erasures/state.js';
import { ParagraphRegister } from './contexts.adapter.js';
import { eraseEvents } from './erase-events.js';
import { ErasureTrial } from './erasure-trial.adapter.js';

export class EraseEventsCommand extends Command<CommandOutcome<ErasureRejection | Rejection>> {
  constructor(
    readonly context: CommandContext,
    readonly erasure: {
      readonly basis: Basis & { readonly kind: 'decision' };
      readonly reason: string;
      readonly eventIds: readonly string[];
    },
  ) {
    super();
  }
}

@CommandHandler(EraseEventsCommand)
export class EraseEventsHandler implements ICommandHandler<EraseEventsCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly paragraphs: ParagraphRegister,
    private readonly trial: ErasureTrial,
    private readonly runner: ErasureRunner,
  ) {}

  async execute({ context, erasure }: EraseEventsCommand) {
    const { tenant } = context;
    const { basis, reason, eventIds } = erasure;
    const outcome = await this.commands.execute<ErasuresState, EventsErased, ErasureRejection | Rejection>({
      context,
      definition: erasuresStream,
      stream: erasuresStreamId(tenant),
      decide: async (state) => {
        const objection = await this.paragraphs.citationObjection(tenant, basis);
        if (objection) return reject(objection);
        return eraseEvents({ basis, reason, ...(await this.trial.of(tenant, eventIds)) }, state);
      },
    });
    if (outcome.outcome === 'recorded') await this.runner.decided(tenant);
    return outcome;
  }
}
