import { spawnSource, untilListening, type ServerProcess } from './paragraf-process.js';

export interface WitnessProcess extends ServerProcess {
  /** How it ended; null while it runs. */
  readonly code: () => number | null;
  /** What it printed, and what it said beside that, so far. */
  readonly printed: () => string;
  readonly said: () => string;
}

/** Starts `paragraf witness` on a free port and answers when it listens. */
export async function startWitnessProcess(dir: string, ...args: readonly string[]): Promise<WitnessProcess> {
  const given = ['witness', '--dir', dir, '--listen', '127.0.0.1:0', ...args];
  const child = spawnSource('apps/cli/src/main.ts', given, {});
  const collected = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => void (collected[stream] += text));
  }
  const running = await untilListening(child, /Vittnet svarar på (http:\/\/[\d.:]+\d)/);
  const { stdout, stderr } = { stdout: () => collected.stdout, stderr: () => collected.stderr };
  return { ...running, code: () => child.exitCode, printed: stdout, said: stderr };
}

/** Sends a body to a witness. */
export async function addCheckpoint(
  url: string,
  body: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, body: await response.text() };
}
