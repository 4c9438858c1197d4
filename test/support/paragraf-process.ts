import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runSource = ['--conditions=source', '--import', './tools/run-source.js'];

/** A program of Paragraf, run from its sources as a process of its own. */
export function spawnSource(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, [...runSource, entry, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export async function runSourceToEnd(...start: Parameters<typeof spawnSource>): Promise<Finished> {
  const child = spawnSource(...start);
  const collected = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => void (collected[stream] += text));
  }
  await once(child, 'close');
  return { code: child.exitCode, ...collected };
}

export interface ServerProcess {
  readonly url: string;
  /** As a power cut would: nothing gets to finish. Answers when the process is gone. */
  kill(): Promise<void>;
  /** As an operator would. */
  stop(): Promise<void>;
}

/** Starts the server on a free port and answers when it listens; throws its output where it ends instead. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawnSource('apps/api/src/main.ts', [], {
    PORT: '0',
    PARAGRAF_LOG_LEVEL: 'info',
    ...environment,
  });
  return untilListening(child, /Paragraf lyssnar på (http:\/\/[\d.:]+\d)/);
}

/** Answers when the program prints the address that it listens on; throws its output where it ends instead. */
export async function untilListening(child: ChildProcess, address: RegExp): Promise<ServerProcess> {
  const gone = once(child, 'close');
  const output: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void output.push(text));
  const listening = Promise.withResolvers<string>();
  if (!child.stdout) throw new Error('The server has no output.');
  createInterface(child.stdout).on('line', (line) => {
    output.push(line);
    const url = address.exec(line)?.[1];
    if (url) listening.resolve(url);
  });
  void gone.then(() => listening.reject(new Error(`The server ended:\n${output.slice(-20).join('\n')}`)));
  const url = await listening.promise;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
