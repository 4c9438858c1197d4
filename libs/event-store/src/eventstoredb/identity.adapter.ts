import { randomUUID } from 'node:crypto';
import type { EventReader } from './event-reader.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import { TransientFailure } from './failures.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import { identityStream } from './stream-names.js';

/**
 * Which log this is, wherever its server is reached: a UUID that whoever asks first writes down in the log itself. A
 * server that is moved or restored keeps it; another server, or the same one emptied, has another.
 */
export class Identity {
  constructor(
    private readonly reader: EventReader,
    private readonly writer: EventWriter,
    private readonly options: EventStoreDbOptions,
  ) {}

  /** Of several who ask first, the one whose event stands there has decided for all. */
  async learn(): Promise<string> {
    const patience = new Patience(this.options.deadlineMs);
    for (;;) {
      const known = await this.read();
      if (known !== null) return known;
      await this.decide(patience);
    }
  }

  private async read(): Promise<string | null> {
    const read = { stream: identityStream, direction: 'forwards', count: 1 } as const;
    for await (const { data } of this.reader.stream(read)) {
      return (JSON.parse(data.toString('utf8')) as { readonly log: string }).log;
    }
    return null;
  }

  private async decide(patience: Patience): Promise<void> {
    const data = JSON.stringify({ log: randomUUID() });
    const events = [{ id: randomUUID(), type: 'LogIdentified', data, metadata: '{}' }];
    try {
      await this.writer.append(() => ({ stream: identityStream, lastRevision: -1, events }), patience);
    } catch (error) {
      if (!(error instanceof TransientFailure)) throw error;
      await patience.pause(error.cause);
    }
  }
}
