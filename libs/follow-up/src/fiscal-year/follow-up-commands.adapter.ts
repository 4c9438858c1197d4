import { Injectable } from '@nestjs/common';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister, type BasisRejection } from '#libs/decisions/contract';
import { reject, type AccountGroup, type Basis, type Decision, type FiscalYear } from '#libs/kernel';
import { CommitteeRegister } from '#libs/organisation/contract';
import { followUpStreamId, type FollowUpEvent } from '../contract/index.js';
import { followUpStream } from './evolve.js';
import type { FollowUpRejection } from './rejections.js';
import type { FollowUpState } from './state.js';

/** What became of a command on a year's follow-up. */
export type FollowUpOutcome = CommandOutcome<FollowUpRejection | BasisRejection>;

/** The year that a command is about. */
export interface OnYear {
  readonly context: CommandContext;
  readonly committee: string;
  readonly year: FiscalYear;
}

/** What the command rests on, where that may depend on what is recorded, and what it decides. */
export interface FollowUpDecision {
  readonly basis: (state: FollowUpState) => Basis;
  readonly decide: (
    state: FollowUpState,
    /** Those of the municipality on the date from which the fact holds. */
    accountGroups: readonly AccountGroup[],
  ) => Decision<FollowUpEvent, FollowUpRejection>;
}

/** What every command has in common: the committee is in force, the paragraph registered, the account groups known. */
@Injectable()
export class FollowUpCommands {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly basisRegister: BasisRegister,
    private readonly committees: CommitteeRegister,
  ) {}

  execute(
    { context, committee, year }: OnYear,
    { basis, decide }: FollowUpDecision,
  ): Promise<FollowUpOutcome> {
    const { tenant } = context;
    return this.commands.execute<FollowUpState, FollowUpEvent, FollowUpRejection | BasisRejection>({
      context,
      definition: followUpStream,
      stream: followUpStreamId(tenant, committee, year),
      decide: async (state) => {
        const restsOn = basis(state);
        const objection = await this.basisRegister.objection(tenant, committee, restsOn);
        if (objection) return reject(objection);
        return decide(state, await this.committees.accountGroups(tenant, restsOn.effectiveOn));
      },
    });
  }
}
