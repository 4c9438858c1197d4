import type { AppendAnswer } from './append-answer.js';
import type { ExactAppend } from './append-request.js';
import type { Connection } from './connection.adapter.js';
import { refusalError } from './failures.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import type { Patience } from './patience.adapter.js';
import { within } from './within.adapter.js';

export type WriteAnswer = Exclude<AppendAnswer, { kind: 'refused' }>;

/** Single attempts to append. They throw a TransientFailure where the outcome is not known. */
export class EventWriter {
  constructor(
    private readonly connection: Connection,
    private readonly options: EventStoreDbOptions,
  ) {}

  /**
   * `propose` is called in the moment when the append is sent: what it stamps on events is in the order in which the
   * server takes them up. `appended` where they stand behind the last revision, perhaps since an earlier attempt.
   */
  async append(propose: () => ExactAppend, patience: Patience): Promise<WriteAnswer> {
    const client = this.connection.borrow();
    const timeoutMs = patience.attempt(this.options.attemptMs);
    try {
      const call = client.openAppends ?? (await within(timeoutMs, client.openAppendCall()));
      const answer = await within(timeoutMs, call.append(propose()));
      if (answer.kind === 'refused') throw refusalError(answer);
      return answer;
    } catch (error) {
      throw this.connection.failed(client, error);
    } finally {
      this.connection.giveBack(client);
    }
  }
}
