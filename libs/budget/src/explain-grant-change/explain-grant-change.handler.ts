import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import {
  BudgetCommands,
  type BudgetOutcome,
  type BudgetSubject,
} from '../fiscal-year/budget-commands.adapter.js';
import { maxPlanYears } from '../fiscal-year/budget-documents.js';
import { explainGrantChange, type ExplainGrantChange } from './explain-grant-change.js';
import { knownGrant, type FactsByYear } from './known-grant.js';

export class ExplainGrantChangeCommand extends Command<BudgetOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly explain: Omit<ExplainGrantChange, 'from' | 'to'>,
  ) {
    super();
  }
}

@CommandHandler(ExplainGrantChangeCommand)
export class ExplainGrantChangeHandler implements ICommandHandler<ExplainGrantChangeCommand> {
  constructor(private readonly budgets: BudgetCommands) {}

  execute({ context, committee, explain }: ExplainGrantChangeCommand) {
    const subject = { context, committee, ...explain };
    const { year, basis } = explain;
    return this.budgets.execute(subject, async (state) => {
      const facts = new Map([...(await this.earlierYears(subject)), [year, state.facts]]);
      const from = knownGrant(year - 1, facts, basis.effectiveOn);
      const to = knownGrant(year, facts, basis.effectiveOn);
      return explainGrantChange({ ...explain, from, to }, state);
    });
  }

  /** The year before, and every year whose plans can reach it. */
  private async earlierYears(subject: BudgetSubject): Promise<FactsByYear> {
    const years = Array.from({ length: maxPlanYears + 1 }, (_, n) => subject.year - 1 - n);
    const facts = await Promise.all(years.map((year) => this.budgets.factsOf(subject, year)));
    return new Map(years.map((year, n) => [year, facts[n] ?? []]));
  }
}
