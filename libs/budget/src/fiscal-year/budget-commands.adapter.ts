import { Injectable } from '@nestjs/common';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister, type BasisRejection } from '#libs/decisions/contract';
import { reject, type AccountGroup, type Basis, type Decision, type FiscalYear } from '#libs/kernel';
import { CommitteeRegister } from '#libs/organisation/contract';
import { budgetStream, budgetStreamId, type BudgetEvent, type BudgetState } from '../contract/index.js';
import type { BudgetRejection } from './rejections.js';

/** What became of a command on a budget. */
export type BudgetOutcome = CommandOutcome<BudgetRejection | BasisRejection>;

/** The budget that a command is about, and what the command rests on. */
export interface BudgetSubject {
  readonly context: CommandContext;
  readonly committee: string;
  readonly year: FiscalYear;
  readonly basis: Basis;
}

type Decide = (
  state: BudgetState,
) => Decision<BudgetEvent, BudgetRejection> | Promise<Decision<BudgetEvent, BudgetRejection>>;

/** What every command on a budget has in common: the committee is in force then, and the paragraph is registered. */
@Injectable()
export class BudgetCommands {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly basisRegister: BasisRegister,
    private readonly committees: CommitteeRegister,
  ) {}

  execute({ context, committee, year, basis }: BudgetSubject, decide: Decide): Promise<BudgetOutcome> {
    const { tenant } = context;
    return this.commands.execute<BudgetState, BudgetEvent, BudgetRejection | BasisRejection>({
      context,
      definition: budgetStream,
      stream: budgetStreamId(tenant, committee, year),
      decide: async (state) => {
        const objection = await this.basisRegister.objection(tenant, committee, basis);
        return objection ? reject(objection) : decide(state);
      },
    });
  }

  /** The municipality's account groups on the date from which the command holds. */
  accountGroups({ context, basis }: BudgetSubject): Promise<readonly AccountGroup[]> {
    return this.committees.accountGroups(context.tenant, basis.effectiveOn);
  }

  /** The facts of another budget year of the committee as the log has them now. */
  async factsOf({ context, committee }: BudgetSubject, year: FiscalYear): Promise<readonly BudgetEvent[]> {
    const stream = budgetStreamId(context.tenant, committee, year);
    return (await this.commands.load(budgetStream, stream)).facts;
  }
}
