import { Proofs, type NotaryOffice, type StoredCheckpoint } from '#libs/notary';
import type { INestApplicationContext } from '@nestjs/common';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import type { Terminal } from '../terminal.js';
import { municipalityOf } from '../with-installation.js';
import { notaryOf, refuseAlarmed, withNotary } from '../with-notary.js';

interface CheckpointFlags {
  readonly municipality?: string;
}

export const checkpoint: CliCommand = (program, terminal) => {
  program
    .command('checkpoint')
    .description('Skriver ut loggens senaste kontrollvärde; har loggen växt skrivs den under först.')
    .addOption(options.municipality())
    .action((given: CheckpointFlags) => print(given, terminal));
};

async function print(given: CheckpointFlags, terminal: Terminal): Promise<void> {
  await withNotary(terminal, async (context, office) => {
    const tenant = await municipalityOf(context, given);
    await office.notary?.catchUp(tenant);
    terminal.print((await latest(context, office, tenant)).note);
    refuseAlarmed((await office.status()).filter((status) => status.tenant === tenant));
  });
}

/** Without a key it is the one that another notary has signed last. */
async function latest(
  context: INestApplicationContext,
  office: NotaryOffice,
  tenant: string,
): Promise<StoredCheckpoint> {
  const shown = await context.get(Proofs).checkpoint(tenant);
  if (shown && 'answer' in shown) return shown.answer;
  notaryOf(office);
  throw new CliError(`Loggen för ${tenant} är inte underskriven.`);
}
