import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Interrupted } from './cli-error.js';

/** Where a command writes: what was asked for, and beside it what is said about it. */
export interface Terminal {
  print(text: string): void;
  say(text: string): void;
  /** Puts a question and answers with the line that is typed. Left out where nobody is there to be asked. */
  ask?(question: string): Promise<string>;
  /** Whether somebody watches: progress is drawn for people only. */
  readonly isWatched: boolean;
  /** Aborted when the user interrupts, with {@link Interrupted} as the reason. */
  readonly interrupted: AbortSignal;
}

export function openTerminal(): Terminal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interruption.abort(new Interrupted(signal)));
  }
  // Whoever reads may have seen enough: `paragraf events | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    say: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    ...(process.stdin.isTTY &&
      process.stderr.isTTY && { ask: (question) => ask(question, interruption.signal) }),
    isWatched: process.stderr.isTTY,
    interrupted: interruption.signal,
  };
}

/** On standard error, so that what is asked stays out of what is printed. Ctrl-C stays the signal that it is. */
async function ask(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    return await lines.question(question, { signal });
  } finally {
    lines.close();
  }
}

/** For what goes on until the user has had enough: that is no failure then. */
export async function untilInterrupted({ interrupted }: Terminal): Promise<void> {
  if (!interrupted.aborted) await once(interrupted, 'abort');
}

export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
