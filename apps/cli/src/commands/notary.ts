import { once } from 'node:events';
import type { NotaryOffice } from '#libs/notary';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import type { Terminal } from '../terminal.js';
import { notaryOf, refuseAlarmed, withNotary } from '../with-notary.js';

interface NotaryFlags {
  readonly once?: boolean;
  readonly retry?: string;
  readonly newKey?: boolean;
}

export const notary: CliCommand = (program, terminal) => {
  program
    .command('notary')
    .description(
      'Notariserar alla kommuners loggar och skriver under dem när de växer, tills du avbryter. ' +
        'Flera notarier kan arbeta samtidigt; servern är själv en, om inte PARAGRAF_NOTARY är off.',
    )
    .option('--once', 'tar in och skriver under det som finns, och avslutar')
    .addOption(options.retry())
    .option('--new-key', 'skriver under med den här nyckeln även det som en annan har skrivit under hittills')
    .action((given: NotaryFlags) => notarise(given, terminal));
};

async function notarise(given: NotaryFlags, terminal: Terminal): Promise<void> {
  await withNotary(terminal, async (_, office) => {
    if (given.retry !== undefined) await retry(office, given.retry);
    if (given.newKey) await notaryOf(office).takeOver();
    if (given.once) {
      await notaryOf(office).catchUp();
      return tell(office, terminal);
    }
    notaryOf(office).start();
    terminal.say('Notariserar loggarna tills du avbryter.');
    await once(terminal.interrupted, 'abort');
  });
}

async function retry(office: NotaryOffice, tenant: string): Promise<void> {
  if (await notaryOf(office).retry(tenant)) return;
  throw new CliError(`Inget larm har stoppat notariseringen av ${tenant}.`);
}

async function tell(office: NotaryOffice, terminal: Terminal): Promise<void> {
  const statuses = await office.status();
  for (const { tenant, signedSize, signedAt } of statuses) {
    terminal.print(`${tenant}: ${signedSize} händelser, underskrivna ${signedAt ?? 'aldrig'}.`);
  }
  refuseAlarmed(statuses);
}
