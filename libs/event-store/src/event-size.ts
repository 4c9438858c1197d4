import { EventTooLargeError } from './errors.js';
import { maxEventBytes, type Append } from './event-store.js';

/** Throws EventTooLargeError where an event, with its metadata, is larger than the port allows. */
export function assertEventSizes({ events, metadata }: Append): void {
  const metadataBytes = Buffer.byteLength(JSON.stringify(metadata));
  for (const { event } of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event)) + metadataBytes;
    if (bytes > maxEventBytes) throw new EventTooLargeError(bytes, maxEventBytes);
  }
}
