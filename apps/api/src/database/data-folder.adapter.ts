import { access, constants, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartupError } from '../startup-error.js';

/** Where the embedded database keeps everything. It stays until somebody removes it. */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  /** Holds the password; readable by the database's user only. */
  readonly passwordFile: string;
  readonly logFile: string;
}

export function dataFolderAt(path: string): DataFolder {
  const database = join(resolve(path), 'postgres');
  return inside(resolve(path), database);
}

/** The files of a database that stands, or is being made, in `database`. */
export function inside(path: string, database: string): DataFolder {
  const cluster = join(database, 'cluster');
  return { path, cluster, passwordFile: join(database, 'password'), logFile: join(cluster, 'server.log') };
}

export async function makeWritable({ path }: DataFolder): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const message = `Datamappen ${path} går inte att skriva i. Ge rättigheter till den eller ange en annan i PARAGRAF_DATA_DIR.`;
    throw new StartupError(message, { cause });
  }
}

/** The major version of the PostgreSQL that made the database; null where there is none yet. */
export async function majorVersionIn({ path, cluster }: DataFolder): Promise<string | null> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartupError(`Datamappen ${path} går inte att läsa för den här användaren.`, { cause: error });
  }
}

/** The password, made at random when the database was created. */
export async function passwordIn({ passwordFile }: DataFolder): Promise<string> {
  try {
    return (await readFile(passwordFile, 'utf8')).trim();
  } catch (cause) {
    const message = `Lösenordet till den inbyggda databasen kan inte läsas ur ${passwordFile}. Återställ filen ur en säkerhetskopia.`;
    throw new StartupError(message, { cause });
  }
}

/** What PostgreSQL noted when it was last started there, whether it still runs or not. */
export async function notedServer({ cluster }: DataFolder): Promise<{ pid: number; port: number } | null> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}
