import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#libs/command';
import { PlanCommands, type ActionPlanOutcome } from '../plan/plan-commands.adapter.js';
import { reportProgress, type ReportProgress } from './report-progress.js';

export class ReportProgressCommand extends Command<ActionPlanOutcome> {
  constructor(
    readonly context: CommandContext,
    readonly committee: string,
    readonly report: ReportProgress,
  ) {
    super();
  }
}

@CommandHandler(ReportProgressCommand)
export class ReportProgressHandler implements ICommandHandler<ReportProgressCommand> {
  constructor(private readonly plans: PlanCommands) {}

  execute({ context, committee, report }: ReportProgressCommand) {
    return this.plans.execute({ context, committee, ...report }, (state) => reportProgress(report, state));
  }
}
