import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { CommitteeChangeRejection } from '../committee/rejections.js';
import { committeeStream, committeeStreamId } from '../committee/state.js';
import { takeOverActivity, type TakeOverActivity } from './take-over-activity.js';

/** Names the committee that gives; when that one exists is looked up. */
type AskedFor = Omit<TakeOverActivity, 'giving'> & { readonly fromCommittee: string | null };

export class TakeOverActivityCommand extends Command<CommandOutcome<CommitteeChangeRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly takeOver: AskedFor,
  ) {
    super();
  }
}

@CommandHandler(TakeOverActivityCommand)
export class TakeOverActivityHandler implements ICommandHandler<TakeOverActivityCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, takeOver }: TakeOverActivityCommand) {
    const { committee, fromCommittee, basis } = takeOver;
    return this.commands.execute({
      context,
      definition: committeeStream,
      stream: committeeStreamId(context.tenant, committee),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, basis);
        if (objection) return reject(objection);
        const giving = await this.giving(context.tenant, fromCommittee);
        return takeOverActivity({ ...takeOver, giving }, state);
      },
    });
  }

  private async giving(tenant: string, committee: string | null): Promise<TakeOverActivity['giving']> {
    if (committee === null) return null;
    const { terms } = await this.commands.load(committeeStream, committeeStreamId(tenant, committee));
    return { committee, terms };
  }
}
