import { printStreamId } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import { EventTooLargeError } from '../errors.js';
import type { AppendResult } from '../event-store.js';
import { AppendSizeError, TransientFailure } from './failures.adapter.js';
import type { Municipalities } from './municipalities.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import { PendingAppend, type AppendMeans } from './pending-append.adapter.js';
import { Turns } from './turns.js';

/** Appends exactly once, mostly in one call: by what is remembered of the stream's end. */
export class Appender {
  private readonly turns = new Turns();

  constructor(
    private readonly means: AppendMeans,
    private readonly municipalities: Municipalities,
    private readonly options: EventStoreDbOptions,
  ) {}

  /** `mayBeOld`: its event ids may have been recorded long ago, in any stream, by any process. */
  append(append: EncodedAppend, mayBeOld: boolean): Promise<AppendResult> {
    const { ids } = this.means;
    const { tenant } = append.stream;
    const isUncertain = mayBeOld && !append.events.every(({ id }) => ids.find(tenant, id));
    return isUncertain ? ids.whileWhole(tenant, () => this.inTurn(append)) : this.inTurn(append);
  }

  /** Appends to one stream take turns: together they would only be in each other's way. */
  private inTurn(append: EncodedAppend): Promise<AppendResult> {
    const patience = new Patience(this.options.deadlineMs);
    return this.turns.take(printStreamId(append.stream), () => this.untilSettled(append, patience));
  }

  private async untilSettled(append: EncodedAppend, patience: Patience): Promise<AppendResult> {
    const pending = new PendingAppend(append, this.means, patience);
    for (;;) {
      try {
        patience.assertLeft();
        await this.municipalities.register(append.stream.tenant, patience);
        const result = await pending.attempt();
        if (result) return result;
      } catch (error) {
        if (error instanceof AppendSizeError) throw new EventTooLargeError(append.bytes, error.maxBytes);
        if (!(error instanceof TransientFailure)) throw error;
        this.means.tails.forget(printStreamId(append.stream));
        await patience.pause(error.cause);
      }
    }
  }
}
