import { setTimeout as pause } from 'node:timers/promises';
import type { ChangeHints } from '../change-hints.adapter.js';
import type { Connection } from './connection.adapter.js';
import type { Heads } from './heads.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import { subscriptionRequest } from './read-request.adapter.js';
import { responses } from './responses.adapter.js';
import { watchedStreams } from './stream-names.js';

const firstPauseMs = 50;
const longestPauseMs = 5_000;

/**
 * Follows the whole log, so that changes are hinted at as they come. It begins where the events have been noted, so a
 * subscription that was lost misses nothing, and one that repeats itself tells nothing new. What the server says of how
 * far it has come is passed by: only events count.
 */
export class Follower {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly heads: Heads,
    private readonly hints: ChangeHints,
    private readonly options: EventStoreDbOptions,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  /** Subscribes again after any end and any error, ever more slowly; polling goes on in the meantime. */
  private async run(): Promise<void> {
    const { signal } = this.stopped;
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        for await (const _ of this.subscription()) pauseMs = firstPauseMs;
      } catch {
        // Whatever it is, reads and appends meet it as well and tell it to whoever waits for them.
      }
      await pause(pauseMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Every answer may stand for a change: the first one for all that was missed. */
  private async *subscription(): AsyncGenerator<void, void, void> {
    await this.heads.load();
    const request = subscriptionRequest({ streams: watchedStreams }, this.heads.end);
    const attempt = {
      request,
      silenceMs: this.options.deadlineMs,
      endless: true,
      signal: this.stopped.signal,
    };
    for await (const answer of responses(this.connection, attempt, (given) => given)) {
      if (answer.stream !== undefined) this.heads.note(answer);
      this.hints.hint();
      yield;
    }
  }
}
