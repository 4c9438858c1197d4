import { EventStoreUnavailableError } from '../errors.js';

/** What a stream's metadata says of events that readers shall no longer see; empty where it keeps them all. */
export function retentionOf(metadata: unknown): readonly string[] {
  if (typeof metadata !== 'object' || metadata === null) return [];
  return Object.keys(metadata).filter((key) => forgetting.includes(key));
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
