import { QueryBus } from '@nestjs/cqrs';
import { ReceiptQuery } from '#libs/audit';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { eventId, options } from '../options.js';
import { proofRefusal } from '../proof-refusal.js';
import type { Terminal } from '../terminal.js';
import { municipalityOf } from '../with-installation.js';
import { withNotary } from '../with-notary.js';
import { writeWhole } from '../write-whole.js';

interface ReceiptFlags {
  readonly municipality?: string;
  readonly out?: string;
}

export const receipt: CliCommand = (program, terminal) => {
  program
    .command('receipt')
    .description('Ger ett kvitto på en händelse, som går att granska för sig med paragraf verify.')
    .argument('<event>', 'händelsens id, som svaret på registreringen och paragraf events visar', eventId)
    .addOption(options.municipality())
    .addOption(options.out())
    .action((event: string, given: ReceiptFlags) => give(event, given, terminal));
};

async function give(event: string, given: ReceiptFlags, terminal: Terminal): Promise<void> {
  const { out } = given;
  await withNotary(terminal, async (context) => {
    const municipality = await municipalityOf(context, given);
    const query = new ReceiptQuery(municipality, event);
    const text = await context.get(QueryBus).execute(query).catch(refuse);
    if (text === null) throw new CliError(`Loggen för ${municipality} har ingen händelse ${event}.`);
    if (out === undefined) return terminal.print(text);
    await writeWhole(out, [Buffer.from(text)], terminal.interrupted);
    terminal.say(`Kvittot står i ${out}.`);
  });
}

function refuse(error: unknown): never {
  throw proofRefusal(error);
}
