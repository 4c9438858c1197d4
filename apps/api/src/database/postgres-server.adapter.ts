import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { StartupError } from '../startup-error.js';
import { notedServer, type DataFolder } from './data-folder.adapter.js';
import type { PostgresBinaries } from './postgres-binaries.adapter.js';
import { isRunning, lastLine, runAs, type RunAs } from './run-as.adapter.js';

/** The PostgreSQL server of a data folder: a process of its own, in a group that signals to ours do not reach. */
export class PostgresServer {
  constructor(
    private readonly folder: DataFolder,
    private readonly binaries: PostgresBinaries,
    private readonly user: RunAs,
  ) {}

  async running(): Promise<{ readonly pid: number; readonly port: number } | null> {
    const noted = await notedServer(this.folder);
    return noted && isRunning(noted.pid) ? noted : null;
  }

  /** Starts on a free port where it does not run. True where it was this call that started it. */
  async start(): Promise<boolean> {
    if (await this.running()) return false;
    const { cluster, logFile } = this.folder;
    const options = `-p ${await freePort()}`;
    const { code } = await this.control('start', '--wait', `--log=${logFile}`, `--options=${options}`);
    if (code === 0) return true;
    // Another process may just have been faster.
    if (await this.running()) return false;
    throw new StartupError(`Den inbyggda databasen i ${cluster} startade inte: ${await lastFatal(logFile)}`);
  }

  /** Stops it after what is under way is done, within a minute. */
  async stop(): Promise<void> {
    if (await this.running()) await this.control('stop', '--wait', '--mode=fast');
  }

  /** Tells it to stop without waiting: all that can be done while this process ends. */
  tellToStop(pid: number): void {
    if (isRunning(pid)) process.kill(pid, 'SIGINT');
  }

  private control(action: 'start' | 'stop', ...args: readonly string[]) {
    return runAs(this.user, this.binaries.pgCtl, [
      action,
      `--pgdata=${this.folder.cluster}`,
      '--silent',
      ...args,
    ]);
  }
}

async function lastFatal(logFile: string): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const fatal = log.split('\n').filter((line) => /FATAL|PANIC/.test(line));
  return lastLine(fatal.join('\n')) || lastLine(log) || 'orsaken är okänd';
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
