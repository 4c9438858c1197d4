import { QueryBus } from '@nestjs/cqrs';
import { InvalidArgumentError } from 'commander';
import { ActionPlanHistoryQuery, ActionPlansQuery } from '#libs/action-plan';
import type { INestApplicationContext } from '@nestjs/common';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options, plainDate } from '../options.js';
import { planComparisonTable } from '../present/plan-comparison.js';
import { planHistoryText } from '../present/plan-history.js';
import { renderTable } from '../present/table.js';
import { asJson } from '../terminal.js';
import { municipalityOf, withReadModels } from '../with-installation.js';

interface PlanHistoryOptions {
  readonly municipality?: string;
  readonly committee: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

export const planHistory: CliCommand = (program, terminal) => {
  program
    .command('plan-history')
    .description('Berättar vad som hänt med en handlingsplan, och vad som skiljer den mellan två datum.')
    .argument('[plan]', 'planens id, som 2024-09-17.42; behövs bara där nämnden har flera')
    .addOption(options.municipality())
    .addOption(options.committee())
    .option('--from <date>', 'jämför från planen som den stod detta datum', plainDate)
    .option('--to <date>', 'jämför till planen som den stod detta datum', plainDate)
    .addOption(options.knownAt())
    .addOption(options.json())
    .action(async (planId: string | undefined, given: PlanHistoryOptions) => {
      const { from, to } = given;
      if (from !== undefined && to !== undefined && from > to) {
        throw new InvalidArgumentError(`--from ${from} ligger efter --to ${to}.`);
      }
      terminal.print(await withReadModels(terminal, (context) => historyText(context, planId, given)));
    });
};

async function historyText(
  context: INestApplicationContext,
  planId: string | undefined,
  given: PlanHistoryOptions,
): Promise<string> {
  const { committee, from, to, knownAt, json } = given;
  const municipality = await municipalityOf(context, given);
  const id = planId ?? (await onlyPlan(context, municipality, committee));
  const query = new ActionPlanHistoryQuery(municipality, committee, id, { from, to }, { knownAt });
  const history = await context.get(QueryBus).execute(query);
  if (!history) throw new CliError(`${committee} har ingen handlingsplan ${id} vid den tiden.`);
  if (json) return asJson(history);
  const { comparison } = history;
  const compared = comparison ? `\n${renderTable(planComparisonTable(comparison))}` : '';
  return planHistoryText(history) + compared;
}

async function onlyPlan(
  context: INestApplicationContext,
  municipality: string,
  committee: string,
): Promise<string> {
  const { items } = await context
    .get(QueryBus)
    .execute(new ActionPlansQuery(municipality, committee, { limit: 100 }));
  const [only, ...others] = items;
  if (!only) throw new CliError(`${committee} har ingen handlingsplan.`);
  if (others.length === 0) return only.id;
  throw new CliError(
    `${committee} har flera handlingsplaner. Ange en: ${items.map(({ id }) => id).join(', ')}.`,
  );
}
