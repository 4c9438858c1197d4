import { appendRequests, type ExactAppend } from './append-request.adapter.js';
import { appendEach } from './batch.adapter.js';
import type { Connection } from './connection.adapter.js';
import type { GrpcClient } from './grpc-client.adapter.js';
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
  append(append: ExactAppend, patience: Patience): Promise<boolean> {
    return this.attempt(patience, async (client, timeoutMs) => {
      const answer = await within(timeoutMs, client.append(appendRequests(append), timeoutMs));
      return answer.hasSuccess();
    });
  }

  /** Tells of each what {@link append} would. They go to different streams, in any order. */
  appendEach(appends: readonly ExactAppend[], patience: Patience): Promise<readonly boolean[]> {
    return this.attempt(patience, (client, silenceMs) => appendEach(client, appends, silenceMs));
  }

  private async attempt<T>(
    patience: Patience,
    call: (client: GrpcClient, timeoutMs: number) => Promise<T>,
  ): Promise<T> {
    const client = this.connection.borrow();
    try {
      return await call(client, patience.attempt(this.options.attemptMs));
    } catch (error) {
      throw this.connection.failed(client, error);
    } finally {
      this.connection.giveBack(client);
    }
  }
}
