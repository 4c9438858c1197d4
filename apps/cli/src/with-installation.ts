import { once } from 'node:events';
import { openInstallation, readConfig, type InstallationOptions } from '#apps/api';
import { EventStore } from '#libs/event-store';
import { ProjectionRunner } from '#libs/read-model';
import type { INestApplicationContext } from '@nestjs/common';
import { CliError, type Interrupted } from './cli-error.js';
import type { Terminal } from './terminal.js';

/**
 * Does something with the installation that the settings point at, and closes it whatever happens. Attaches where a
 * server runs on it; where none does, its database is started for as long as the task takes. Throws `Interrupted`
 * where the user does not wait for it.
 */
export async function withInstallation<Result>(
  { interrupted }: Terminal,
  task: (context: INestApplicationContext) => Promise<Result>,
  options?: InstallationOptions,
): Promise<Result> {
  const installation = await openInstallation(readConfig(), options);
  try {
    interrupted.throwIfAborted();
    return await Promise.race([task(installation.context), interruption(interrupted)]);
  } finally {
    await installation.close();
    // Aborted, a task ends in one way or another; the user is told that it was interrupted.
    interrupted.throwIfAborted();
  }
}

async function interruption(interrupted: AbortSignal): Promise<never> {
  await once(interrupted, 'abort');
  throw interrupted.reason as Interrupted;
}

/** The same for questions, with read models that have taken in all that is recorded. */
export function withReadModels<Result>(
  terminal: Terminal,
  task: (context: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  return withInstallation(terminal, async (context) => {
    await context.get(ProjectionRunner).catchUp();
    return task(context);
  });
}

/** The municipality that is meant: the one named, otherwise the only one that the log has. */
export async function municipalityOf(
  context: INestApplicationContext,
  { municipality }: { readonly municipality?: string },
): Promise<string> {
  const known = (await context.get(EventStore).heads()).map(({ tenant }) => tenant).toSorted();
  const listed = known.join(', ');
  if (municipality !== undefined) {
    if (known.includes(municipality)) return municipality;
    throw new CliError(
      `Loggen har inget om ${municipality}. ${known.length > 0 ? `Den har: ${listed}.` : 'Den är tom.'}`,
    );
  }
  const [only] = known;
  if (only === undefined) {
    throw new CliError('Loggen är tom. Registrera något först, eller läs in exemplet: paragraf demo.');
  }
  if (known.length > 1) {
    throw new CliError(`Loggen har flera kommuner: ${listed}. Ange en med --municipality.`);
  }
  return only;
}
