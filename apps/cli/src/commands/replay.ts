import { QueryBus } from '@nestjs/cqrs';
import type { PrintedUnit } from '#libs/kernel';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { replayText } from '../present/replay.js';
import { readReplay } from '../read-replay.js';
import { asJson } from '../terminal.js';
import { municipalityOf, withReadModels } from '../with-installation.js';

interface ReplayOptions {
  readonly municipality?: string;
  readonly committee: string;
  readonly asOf: string;
  readonly knownAt?: string;
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
    .addOption(options.unit())
    .addOption(options.json())
    .action(async (given: ReplayOptions) => {
      const { committee, asOf, knownAt, unit, json } = given;
      const replayed = await withReadModels(terminal, async (context) => {
        const municipality = await municipalityOf(context, given);
        return readReplay(context.get(QueryBus), { municipality, committee, asOf, knownAt });
      });
      terminal.print(json ? asJson(replayed) : replayText(replayed, unit));
    });
};
