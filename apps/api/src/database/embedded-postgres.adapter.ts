import { setTimeout as pause } from 'node:timers/promises';
import { StartupError } from '../startup-error.js';
import { createCluster } from './create-cluster.adapter.js';
import {
  dataFolderAt,
  majorVersionIn,
  makeWritable,
  passwordIn,
  type DataFolder,
} from './data-folder.adapter.js';
import type { Database } from './database.js';
import { ensureDatabase } from './ensure-database.adapter.js';
import { takeOwnership, type OwnerLock } from './owner-lock.adapter.js';
import { findPostgresBinaries } from './postgres-binaries.adapter.js';
import { PostgresServer } from './postgres-server.adapter.js';
import { databaseUser, isRunning } from './run-as.adapter.js';

/** What to do where another process owns the database: a server refuses, a command line attaches. */
export type WhenInUse = 'refuse' | 'attach';

/** How long a server that is coming up or going down is waited for. */
const patienceMs = 30_000;

/**
 * The database that comes with Paragraf, in a data folder. The first process to open it starts it, owns it and stops
 * it at its end. Where an owner was killed and left the server running, the next one takes it over as it is.
 */
export async function openEmbeddedPostgres(dataDir: string, whenInUse: WhenInUse): Promise<Database> {
  const folder = dataFolderAt(dataDir);
  const server = await serverIn(folder);
  const password = await passwordIn(folder);
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(50)) {
    const startedHere = await server.start();
    try {
      const database = await tryToOpen(folder, server, password, whenInUse);
      if (database) return database;
    } catch (error) {
      if (startedHere) await server.stop();
      throw error;
    }
  }
  throw new StartupError(`Den inbyggda databasen i ${folder.path} svarar inte.`);
}

async function serverIn(folder: DataFolder): Promise<PostgresServer> {
  const [binaries, user] = await Promise.all([findPostgresBinaries(), databaseUser()]);
  await makeWritable(folder);
  if ((await majorVersionIn(folder)) === null) await createCluster(folder, binaries, user);
  const major = await majorVersionIn(folder);
  if (major === binaries.major) return new PostgresServer(folder, binaries, user);
  throw new StartupError(
    `Datamappen ${folder.path} är skapad av PostgreSQL ${major}, och här finns PostgreSQL ${binaries.major}. Flytta över den med pg_upgrade eller ange en annan i PARAGRAF_DATA_DIR.`,
  );
}

/** Null where the server, or its dead owner's connection, is about to go away: worth another try. */
async function tryToOpen(
  folder: DataFolder,
  server: PostgresServer,
  password: string,
  whenInUse: WhenInUse,
): Promise<Database | null> {
  const running = await server.running();
  if (!running) return null;
  const urlOf = (name: string) => `postgres://paragraf:${password}@127.0.0.1:${running.port}/${name}`;
  const ownership = await takeOwnership(urlOf('postgres')).catch(passing);
  if (ownership === null) return null;
  const isOwner = 'release' in ownership;
  if (!isOwner && ownership.ownerPid !== 0 && !isRunning(ownership.ownerPid)) return null;
  if (!isOwner && whenInUse === 'refuse') throw inUse(folder, ownership.ownerPid);
  await ensureDatabase(urlOf('postgres'), 'paragraf');
  const description = `inbyggd PostgreSQL i ${folder.path}`;
  const stop = isOwner ? stopper(server, ownership, running.pid) : () => Promise.resolve();
  return { url: urlOf('paragraf'), description, stop };
}

/** The server must not outlive its owner: it is stopped with it and, if the process just ends, told to. */
function stopper(server: PostgresServer, ownership: OwnerLock, pid: number): () => Promise<void> {
  const tellToStop = () => server.tellToStop(pid);
  process.once('exit', tellToStop);
  return async () => {
    await server.stop();
    process.removeListener('exit', tellToStop);
    await ownership.release();
  };
}

/** Null for what passes: not listening, starting, stopping, cut off. Everything else is thrown. */
function passing(error: unknown): null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const passes =
    /^(ECONNREFUSED|ECONNRESET|57P0[1-3])$/.test(code) || message.includes('Connection terminated');
  if (passes) return null;
  throw error;
}

function inUse({ path }: DataFolder, ownerPid: number): StartupError {
  const owner = ownerPid > 0 ? `process ${ownerPid}` : 'en annan process';
  return new StartupError(
    `Datamappen ${path} används redan av ${owner}. Stoppa den först eller ange en annan i PARAGRAF_DATA_DIR.`,
  );
}
