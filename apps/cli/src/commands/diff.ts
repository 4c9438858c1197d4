import type { INestApplicationContext } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { InvalidArgumentError } from 'commander';
import { CompareDatesQuery, type DatesComparedAnswer } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import { CommitteesQuery } from '#libs/organisation';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options, plainDate } from '../options.js';
import { datesComparedText } from '../present/dates-compared.js';
import { asJson } from '../terminal.js';
import { municipalityOf, withReadModels } from '../with-installation.js';

interface DiffOptions {
  readonly municipality?: string;
  readonly committee?: string;
  readonly from: string;
  readonly to: string;
  readonly knownAt?: string;
  readonly unit: PrintedUnit;
  readonly json?: boolean;
}

export const diff: CliCommand = (program, terminal) => {
  program
    .command('diff')
    .description('Berättar vad som ändrades mellan två datum, av vem och med vilket stöd.')
    .addOption(options.municipality())
    .addOption(options.perhapsCommittee('utan flaggan alla nämnder'))
    .requiredOption('--from <date>', 'jämför från vad som gällde detta datum', plainDate)
    .requiredOption('--to <date>', 'jämför till vad som gällde detta datum', plainDate)
    .addOption(options.knownAt())
    .addOption(options.unit())
    .addOption(options.json())
    .action(async (given: DiffOptions) => {
      const { from, to, unit, json } = given;
      if (from > to) throw new InvalidArgumentError(`--from ${from} ligger efter --to ${to}.`);
      const answers = await withReadModels(terminal, (context) => compare(context, given));
      if (json) return terminal.print(asJson(given.committee === undefined ? answers : answers[0]));
      const shown = given.committee === undefined ? answers.filter(hasSomething) : answers;
      const texts = shown.map((answer) => datesComparedText(answer, unit));
      terminal.print(texts.join('\n') || `Inget ändrades från ${from} till ${to} för någon nämnd.`);
    });
};

function hasSomething({ changes, others }: DatesComparedAnswer): boolean {
  return changes.length > 0 || others.length > 0;
}

/** Of the committee that is named, or of all. */
async function compare(
  context: INestApplicationContext,
  given: DiffOptions,
): Promise<readonly DatesComparedAnswer[]> {
  const queries = context.get(QueryBus);
  const municipality = await municipalityOf(context, given);
  const all = () => queries.execute(new CommitteesQuery(municipality, {}));
  const codes = given.committee === undefined ? (await all()).map(({ code }) => code) : [given.committee];
  const answers: DatesComparedAnswer[] = [];
  for (const code of codes) {
    const answer = await queries.execute(new CompareDatesQuery(municipality, code, given));
    if (answer) answers.push(answer);
  }
  if (answers.length > 0) return answers;
  throw new CliError(`${given.committee ?? 'Kommunen'} har inget registrerat som gällde ${given.to}.`);
}
