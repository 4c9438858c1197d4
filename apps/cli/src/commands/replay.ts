import { QueryBus } from '@nestjs/cqrs';
import { ReplayCommitteeQuery } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { replayText } from '../present/replay.js';
import { readReplay } from '../read-replay.js';
import { steppedReplayText } from '../present/stepped-replay.js';
import { asJson, type Terminal } from '../terminal.js';
import { municipalityOf, withInstallation, withReadModels } from '../with-installation.js';

interface ReplayOptions {
  readonly municipality?: string;
  readonly committee: string;
  readonly asOf: string;
  readonly knownAt?: string;
  readonly step?: boolean;
  readonly unit: PrintedUnit;
  readonly json?: boolean;
}

export const replay: CliCommand = (program, terminal) => {
  program
    .command('replay')
    .description('Spelar upp loggen till ett datum och visar vad som gällde för nämnden då.')
    .addOption(options.municipality())
    .addOption(options.committee())
    .addOption(options.asOf().makeOptionMandatory())
    .addOption(options.knownAt())
    .option('--step', 'berättar i stället händelse för händelse vad som hände och vad det ändrade')
    .addOption(options.unit())
    .addOption(options.json())
    .action((given: ReplayOptions) => (given.step ? showSteps(given, terminal) : show(given, terminal)));
};

async function show(given: ReplayOptions, terminal: Terminal): Promise<void> {
  const { committee, asOf, knownAt, unit, json } = given;
  const replayed = await withReadModels(terminal, async (context) => {
    const municipality = await municipalityOf(context, given);
    return readReplay(context.get(QueryBus), { municipality, committee, asOf, knownAt });
  });
  terminal.print(json ? asJson(replayed) : replayText(replayed, unit));
}

async function showSteps(given: ReplayOptions, terminal: Terminal): Promise<void> {
  const { committee, asOf, knownAt = null, unit, json } = given;
  const facts = await withInstallation(terminal, async (context) => {
    const query = new ReplayCommitteeQuery(await municipalityOf(context, given), committee, {
      asOf,
      knownAt: given.knownAt,
    });
    return (await context.get(QueryBus).execute(query))?.items ?? [];
  });
  const replayed = { committee, asOf, knownAt, facts };
  terminal.print(json ? asJson(replayed) : steppedReplayText(replayed, unit));
}
