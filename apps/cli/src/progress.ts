import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

/** How far a long task has come. */
export interface Progress {
  reached(events: number, total: number | null): void;
  /** How many events it has come to. */
  events(): number;
  stop(): void;
}

/** Draws a bar for whoever watches; in a file or a pipe it would only be in the way. */
export function startProgress(what: string, terminal: Terminal): Progress {
  const bar = terminal.isWatched ? startBar(what) : null;
  let reachedEvents = 0;
  return {
    reached: (events, total) => {
      reachedEvents = events;
      bar?.setTotal(Math.max(total ?? 0, events));
      bar?.update(events);
    },
    events: () => reachedEvents,
    stop: () => bar?.stop(),
  };
}

function startBar(what: string): SingleBar {
  const bar = new SingleBar({
    format: `${what.padEnd(24)} {bar} {value}/{total} händelser`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
  });
  bar.start(0, 0);
  return bar;
}
