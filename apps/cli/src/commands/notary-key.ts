import { EventStore } from '#libs/event-store';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import type { Terminal } from '../terminal.js';
import { verifierKeyOf, withNotary } from '../with-notary.js';

interface KeyFlags {
  readonly municipality?: string;
}

export const notaryKey: CliCommand = (program, terminal) => {
  program
    .command('notary-key')
    .description(
      'Skriver ut verifieringsnyckeln för varje kommuns logg. Lämna den till granskaren på annat sätt än genom servern.',
    )
    .addOption(options.municipality())
    .action((given: KeyFlags) => print(given, terminal));
};

async function print({ municipality }: KeyFlags, terminal: Terminal): Promise<void> {
  await withNotary(terminal, async (context, office) => {
    const known = (await context.get(EventStore).heads()).map(({ tenant }) => tenant).toSorted();
    const tenants = municipality === undefined ? known : [municipality];
    if (tenants.length === 0) throw new CliError('Loggen är tom. Ange kommunen med --municipality.');
    for (const tenant of tenants) terminal.print(verifierKeyOf(office, tenant));
  });
}
