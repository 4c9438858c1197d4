import { QueryBus } from '@nestjs/cqrs';
import { ErasuresQuery, type ErasureView } from '#libs/audit';
import type { CliCommand } from '../cli-command.js';
import { options, stream } from '../options.js';
import { erasuresText } from '../present/erasures.js';
import { asJson, type Terminal } from '../terminal.js';
import { municipalityOf, withInstallation } from '../with-installation.js';

interface ErasuresOptions {
  readonly municipality?: string;
  readonly stream?: string;
  readonly json?: boolean;
}

export const erasures: CliCommand = (program, terminal) => {
  program
    .command('erasures')
    .description(
      'Visar vad som har gallrats: när, av vem, med stöd av vilken paragraf, varför och vilka händelser.',
    )
    .addOption(options.municipality())
    .option('--stream <name>', 'bara i en ström, som budget-SN.2025', stream)
    .addOption(options.json())
    .action((given: ErasuresOptions) => show(given, terminal));
};

const pageSize = 100;

async function show(given: ErasuresOptions, terminal: Terminal): Promise<void> {
  await withInstallation(terminal, async (context) => {
    const tenant = await municipalityOf(context, given);
    const found: ErasureView[] = [];
    for (let after: number | undefined, isLast = false; !isLast;) {
      const query = new ErasuresQuery(tenant, { limit: pageSize, after, stream: given.stream });
      const { items, next } = await context.get(QueryBus).execute(query);
      found.push(...items);
      isLast = next === null;
      after = Number(next);
    }
    terminal.print(given.json ? asJson(found) : erasuresText(found));
  });
}
