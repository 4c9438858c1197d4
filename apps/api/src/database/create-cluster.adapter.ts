import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '../startup-error.js';
import { inside, type DataFolder } from './data-folder.adapter.js';
import type { PostgresBinaries } from './postgres-binaries.adapter.js';
import { isRunning, lastLine, runAs, type RunAs } from './run-as.adapter.js';

/** Reached from this machine only, and through its port only. All that makes writes durable is left on. */
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
const encoding = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/**
 * Creates a database with a random password. It is made beside and renamed into place as one, so that neither a stop
 * half-way nor another process that does the same leaves a database that cannot be used.
 */
export async function createCluster(
  folder: DataFolder,
  binaries: PostgresBinaries,
  user: RunAs,
): Promise<void> {
  await removeAbandonedDrafts(folder);
  const database = dirname(folder.cluster);
  const draft = `${database}.new-${process.pid}`;
  const { cluster, passwordFile } = inside(folder.path, draft);
  try {
    await mkdir(cluster, { recursive: true });
    await chmod(cluster, 0o700);
    await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    await give(user, draft, cluster, passwordFile);
    await initialise(cluster, passwordFile, binaries, user);
    await rename(draft, database).catch(ignoreExisting);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise(
  cluster: string,
  passwordFile: string,
  { initdb }: PostgresBinaries,
  user: RunAs,
): Promise<void> {
  const account = ['--username=paragraf', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const { code, output } = await runAs(user, initdb, [
    `--pgdata=${cluster}`,
    ...account,
    ...encoding,
    ...flags,
  ]);
  if (code !== 0) throw new StartupError(`Den inbyggda databasen kunde inte skapas: ${lastLine(output)}`);
}

/** Another process was faster; its database is as good. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

async function removeAbandonedDrafts({ path }: DataFolder): Promise<void> {
  for (const name of await readdir(path)) {
    const pid = Number(/^postgres\.new-(\d+)$/.exec(name)?.[1] ?? process.pid);
    if (!isRunning(pid)) await rm(join(path, name), { recursive: true, force: true });
  }
}

async function give({ uid, gid }: RunAs, ...paths: readonly string[]): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) await chown(path, uid, gid);
}
