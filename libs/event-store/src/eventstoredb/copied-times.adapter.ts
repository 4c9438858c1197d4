import { printStreamId, type Instant } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import { recordingTime } from '../recording-time.js';
import type { LogReader } from './log-reader.adapter.js';

/** The server tells the time of what is recorded; what is copied keeps its own, which is judged here. */
export class CopiedTimes {
  constructor(private readonly reader: LogReader) {}

  /** Throws RecordedAtError. Holds for as long as nobody else appends to the municipality's log. */
  async check({ stream, recordedAt }: EncodedAppend): Promise<void> {
    if (recordedAt === null) return;
    recordingTime(recordedAt, await this.lastRecordedAt(stream.tenant), new Date().toISOString());
  }

  private async lastRecordedAt(tenant: string): Promise<Instant | null> {
    const filter = { prefix: printStreamId({ tenant, name: '' }) };
    for await (const { event } of this.reader.log({ filter, direction: 'backwards', count: 1 })) {
      return event.record.recordedAt;
    }
    return null;
  }
}
