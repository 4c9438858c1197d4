import type { DestinationStream } from 'pino';

interface Line {
  readonly time: string;
  readonly level: string;
  readonly msg?: string;
  readonly context?: string;
  readonly durationMs?: number;
  readonly err?: { readonly stack?: string; readonly message?: string };
}

/** Where the log goes: readable lines to a terminal, JSON to everything that reads by machine. */
export function logDestination(output: NodeJS.WriteStream): DestinationStream {
  if (!output.isTTY) return output;
  return { write: (line) => void output.write(readable(JSON.parse(line) as Line)) };
}

/** `09:15:02 INFO  GET /health/live 200 (3 ms)` */
export function readable({ time, level, msg = '', context, durationMs, err }: Line): string {
  const duration = durationMs === undefined ? '' : ` (${durationMs} ms)`;
  const source = context && level !== 'info' ? ` [${context}]` : '';
  const stack = err ? `\n${err.stack ?? err.message}` : '';
  return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${msg}${duration}${source}${stack}\n`;
}
