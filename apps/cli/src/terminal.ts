import { Interrupted } from './cli-error.js';

/** Where a command writes: what was asked for, and beside it what is said about it. */
export interface Terminal {
  print(text: string): void;
  say(text: string): void;
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
    isWatched: process.stderr.isTTY,
    interrupted: interruption.signal,
  };
}

export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
