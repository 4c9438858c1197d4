import {
  EventStore,
  type Append,
  type AppendResult,
  type ReadLogOptions,
  type ReadSealedOptions,
  type ReadStreamOptions,
  type SealedEvent,
} from '#libs/event-store';
import type { StreamId } from '#libs/kernel';
import type { Metrics } from './metrics.js';

/** An event store that counts what becomes of appends, and else is the one given. */
export class MeteredEventStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async append(append: Append): Promise<AppendResult> {
    const done = this.metrics.appendDuration.startTimer();
    try {
      const result = await this.store.append(append);
      this.metrics.appends.inc({ outcome: result.outcome });
      return result;
    } catch (error) {
      this.metrics.appends.inc({ outcome: 'error' });
      throw error;
    } finally {
      done();
    }
  }

  restore(tenant: string, event: Omit<SealedEvent, 'position'>) {
    return this.store.restore(tenant, event);
  }

  erase(tenant: string, eventIds: readonly string[]) {
    return this.store.erase(tenant, eventIds);
  }

  readSealed(tenant: string, options: ReadSealedOptions) {
    return this.store.readSealed(tenant, options);
  }

  readStream(stream: StreamId, options?: ReadStreamOptions) {
    return this.store.readStream(stream, options);
  }

  readLog(tenant: string, options: ReadLogOptions) {
    return this.store.readLog(tenant, options);
  }

  findEvent(tenant: string, eventId: string) {
    return this.store.findEvent(tenant, eventId);
  }

  heads() {
    return this.store.heads();
  }

  comparePositions(a: string, b: string): number {
    return this.store.comparePositions(a, b);
  }

  changes(signal: AbortSignal) {
    return this.store.changes(signal);
  }

  ping() {
    return this.store.ping();
  }

  close() {
    return this.store.close();
  }
}
