import { Injectable } from '@nestjs/common';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister, type BasisRejection } from '#libs/decisions/contract';
import { reject, type Basis, type Decision } from '#libs/kernel';
import { CommitteeRegister } from '#libs/organisation/contract';
import { actionPlanStreamId, type ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from './evolve.js';
import type { ActionPlanRejection } from './rejections.js';
import type { ActionPlanState } from './state.js';

/** What became of a command on an action plan. */
export type ActionPlanOutcome = CommandOutcome<ActionPlanRejection | BasisRejection>;

/** The plan that a command is about, and what the command rests on. */
export interface PlanCommand {
  readonly context: CommandContext;
  readonly committee: string;
  readonly planId: string;
  readonly basis: Basis;
}

type Decide = (
  state: ActionPlanState,
  /** The account groups that the municipality has on the day from which the fact holds. */
  accountGroups: readonly string[],
) => Decision<ActionPlanEvent, ActionPlanRejection>;

/** What every command on a plan has in common: the paragraph is registered, and the account groups are known. */
@Injectable()
export class PlanCommands {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly basisRegister: BasisRegister,
    private readonly committees: CommitteeRegister,
  ) {}

  execute({ context, committee, planId, basis }: PlanCommand, decide: Decide): Promise<ActionPlanOutcome> {
    const { tenant } = context;
    return this.commands.execute<ActionPlanState, ActionPlanEvent, ActionPlanRejection | BasisRejection>({
      context,
      definition: actionPlanStream,
      stream: actionPlanStreamId(tenant, committee, planId),
      decide: async (state) => {
        const objection = await this.basisRegister.objection(tenant, committee, basis);
        if (objection) return reject(objection);
        const groups = await this.committees.accountGroups(tenant, basis.effectiveOn);
        return decide(
          state,
          groups.map(({ id }) => id),
        );
      },
    });
  }
}
