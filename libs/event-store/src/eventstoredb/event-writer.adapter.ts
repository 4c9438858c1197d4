import { appendRequests, type ExactAppend } from './append-request.adapter.js';
import type { Connection } from './connection.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import type { Patience } from './patience.adapter.js';
import { within } from './within.adapter.js';

/** Single attempts to append. They throw a TransientFailure where the outcome is not known. */
export class EventWriter {
  constructor(
    private readonly connection: Connection,
    private readonly options: EventStoreDbOptions,
  ) {}

  /**
   * False where the stream's last revision is another one; true where the events stand behind it, perhaps since an
   * earlier attempt.
   */
  async append(append: ExactAppend, patience: Patience): Promise<boolean> {
    const client = this.connection.borrow();
    const timeoutMs = patience.attempt(this.options.attemptMs);
    try {
      const answer = await within(timeoutMs, client.append(appendRequests(append), timeoutMs));
      return answer.hasSuccess();
    } catch (error) {
      throw this.connection.failed(client, error);
    } finally {
      this.connection.giveBack(client);
    }
  }

  /** Tells of each what {@link append} would. They go to different streams, in any order. */
  async appendEach(appends: readonly ExactAppend[], patience: Patience): Promise<readonly boolean[]> {
    const outcomes: boolean[] = [];
    const waiting = appends.entries();
    const appendNext = async (): Promise<void> => {
      for (const [n, append] of waiting) outcomes[n] = await this.append(append, patience);
    };
    await Promise.all(Array.from({ length: Math.min(atATime, appends.length) }, appendNext));
    return outcomes;
  }
}

/** Servers take no more than about a hundred calls of a connection at a time. */
const atATime = 50;
