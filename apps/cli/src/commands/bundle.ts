import { stat } from 'node:fs/promises';
import { QueryBus } from '@nestjs/cqrs';
import { BundleQuery } from '#libs/audit';
import { ProjectionRunner, ReadModelHaltedError } from '#libs/read-model';
import type { INestApplicationContext } from '@nestjs/common';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { proofRefusal } from '../proof-refusal.js';
import { startProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { municipalityOf } from '../with-installation.js';
import { withNotary } from '../with-notary.js';
import { writeWhole } from '../write-whole.js';

interface BundleFlags {
  readonly municipality?: string;
  readonly out: string;
}

export const bundle: CliCommand = (program, terminal) => {
  program
    .command('bundle')
    .description('Skriver ett granskningspaket: hela loggen, underskriven, som paragraf verify granskar.')
    .addOption(options.out().makeOptionMandatory())
    .addOption(options.municipality())
    .action((given: BundleFlags) => take(given, terminal));
};

async function take(given: BundleFlags, terminal: Terminal): Promise<void> {
  const { out } = given;
  await withNotary(terminal, async (context) => {
    const municipality = await municipalityOf(context, given);
    await catchUp(context);
    const progress = startProgress(municipality, terminal);
    try {
      let size = 0;
      const query = new BundleQuery(municipality, (events) => progress.reached(events, size));
      const taken = await context.get(QueryBus).execute(query);
      if (taken === null) throw new CliError(`Loggen för ${municipality} är tom.`);
      ({ size } = taken);
      await writeWhole(out, taken.bytes, terminal.interrupted);
      progress.stop();
      const { size: bytes } = await stat(out);
      terminal.print(`${municipality}: ${size} händelser i ${out} (${bytes} byte).`);
    } catch (error) {
      throw proofRefusal(error);
    } finally {
      progress.stop();
    }
  });
}

/** A read model that has halted says so in the bundle, and nobody else is kept waiting for it. */
async function catchUp(context: INestApplicationContext): Promise<void> {
  try {
    await context.get(ProjectionRunner).catchUp();
  } catch (error) {
    if (!(error instanceof ReadModelHaltedError)) throw error;
  }
}
