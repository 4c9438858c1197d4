import type { ProjectionRunner } from '#libs/read-model';
import { CliError } from './cli-error.js';

/** The read model that is named, or all of them. */
export async function readModelNames(runner: ProjectionRunner, name?: string): Promise<readonly string[]> {
  const names = (await runner.status()).map((status) => status.name).toSorted();
  if (name === undefined) return names;
  if (names.includes(name)) return [name];
  throw new CliError(`Läsmodellen ${name} finns inte. De som finns: ${names.join(', ')}.`);
}
