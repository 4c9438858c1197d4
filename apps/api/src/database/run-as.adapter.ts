import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { StartupError } from '../startup-error.js';

/** The user that the database's programs run as; empty where that is the user of this process. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

const execute = promisify(execFile);

/** PostgreSQL refuses to run as root, so under root it gets a user of its own, made where there is none. */
export async function databaseUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  try {
    return await idsOf('postgres').catch(async () => {
      await execute('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return idsOf('postgres');
    });
  } catch (cause) {
    const message =
      'PostgreSQL kör inte som root, och användaren postgres kunde inte skapas. Starta som en annan användare eller ange DATABASE_URL.';
    throw new StartupError(message, { cause });
  }
}

async function idsOf(user: string): Promise<RunAs> {
  const [uid, gid] = await Promise.all([execute('id', ['-u', user]), execute('id', ['-g', user])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Runs a program to its end. Its messages come in English, so that they can be read by code. */
export function runAs(user: RunAs, program: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (cause) => reject(cannotRun(program, cause)));
    child.on('exit', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8').trim() }));
  });
}

function cannotRun(program: string, cause: Error): StartupError {
  const hint =
    process.getuid?.() === 0
      ? ' Under root körs databasen av användaren postgres, som måste nå programmet: flytta Paragraf till en mapp som alla får läsa.'
      : '';
  return new StartupError(`${program} kan inte köras.${hint}`, { cause });
}

/** Whether a process with this id runs, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** In a container nobody may collect those that have ended, and their ids go on answering signals. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return false;
  }
}

export function lastLine(text: string): string {
  return text.split('\n').findLast((line) => line.trim() !== '') ?? '';
}
