import { EventStoreUnavailableError } from '../errors.js';
import type { RecordedEvent } from './recorded-event.js';

/** What a stream's metadata says of events that readers shall no longer see; empty where it keeps them all. */
export function retentionOf(metadata: unknown): readonly string[] {
  if (typeof metadata !== 'object' || metadata === null) return [];
  return Object.keys(metadata).filter((key) => forgetting.includes(key));
}

/** The streams that the server has been set to forget events of. */
export class ForgetfulStreams {
  private readonly names = new Set<string>();

  /** Takes in a stream's metadata, or that it was deleted for good. */
  note({ stream, type, data }: Pick<RecordedEvent, 'stream' | 'type' | 'data'>): void {
    if (type === '$streamDeleted') return void this.names.add(stream);
    const subject = stream.slice('$$'.length);
    if (forgets(data)) this.names.add(subject);
    else this.names.delete(subject);
  }

  /** Throws {@link RetentionError} where one of ours is among them. */
  assertNone(isOurs: (stream: string) => boolean): void {
    const ours = [...this.names].filter(isOurs);
    if (ours.length > 0) throw new RetentionError(ours);
  }
}

function forgets(metadata: Buffer): boolean {
  try {
    return retentionOf(JSON.parse(metadata.toString('utf8'))).length > 0;
  } catch {
    // The server ignores metadata that is no JSON.
    return false;
  }
}

/** By age, by number, and before a revision; the last is also how the server deletes a stream softly. */
const forgetting = ['$maxAge', '$maxCount', '$tb'];

/** Somebody has set the server to forget events of a log that must keep them all. */
export class RetentionError extends EventStoreUnavailableError {
  constructor(readonly streams: readonly string[]) {
    const names = streams.slice(0, 5).join(', ') + (streams.length > 5 ? ' …' : '');
    super(`The event store is set to forget events ($maxAge, $maxCount, $tb, or deleted): ${names}.`);
    this.name = 'RetentionError';
  }
}
