import { QueryBus } from '@nestjs/cqrs';
import { AccuracyOverYearsQuery, ForecastAccuracyQuery } from '#libs/follow-up';
import type { PrintedUnit } from '#libs/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { accuracyOverYearsTable } from '../present/accuracy-over-years.js';
import { accuracyTable } from '../present/accuracy.js';
import { renderTable } from '../present/table.js';
import { asJson } from '../terminal.js';
import { municipalityOf, withReadModels } from '../with-installation.js';

interface AccuracyOptions {
  readonly municipality?: string;
  readonly committee: string;
  readonly year?: number;
  readonly years?: readonly number[];
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly unit: PrintedUnit;
  readonly json?: boolean;
}

export const accuracy: CliCommand = (program, terminal) => {
  program
    .command('accuracy')
    .description('Visar hur väl årets prognoser stämde med bokslutet, eller flera års bredvid varandra.')
    .addOption(options.municipality())
    .addOption(options.committee())
    .addOption(options.year().conflicts('years'))
    .addOption(options.years())
    .addOption(options.asOf())
    .addOption(options.knownAt())
    .addOption(options.unit())
    .addOption(options.json())
    .action(async (given: AccuracyOptions) => {
      terminal.print(await withReadModels(terminal, (context) => accuracyText(context, given)));
    });
};

async function accuracyText(context: INestApplicationContext, given: AccuracyOptions): Promise<string> {
  const { committee, year, unit, json, asOf, knownAt } = given;
  const at = { asOf, knownAt };
  const municipality = await municipalityOf(context, given);
  const queries = context.get(QueryBus);
  if (year !== undefined) {
    const found = await queries.execute(new ForecastAccuracyQuery(municipality, committee, year, null, at));
    if (!found) throw new CliError(`${committee} har ingen uppföljning för ${year}.`);
    return json ? asJson(found) : renderTable(accuracyTable(found, unit));
  }
  const years = given.years ?? null;
  const found = await queries.execute(new AccuracyOverYearsQuery(municipality, committee, years, null, at));
  if (!found) {
    throw new CliError(`${committee} har ingen uppföljning för ${years?.join(', ') ?? 'något år'}.`);
  }
  return json ? asJson(found) : renderTable(accuracyOverYearsTable(found, unit));
}
