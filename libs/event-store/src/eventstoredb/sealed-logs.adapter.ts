import { printStreamId } from '#libs/kernel';
import { UnsealedLogError } from '../errors.js';
import type { EventReader } from './event-reader.adapter.js';
import type { LogPosition } from './log-position.js';
import type { Municipalities } from './municipalities.adapter.js';
import type { RecordedEvent } from './recorded-event.js';

/** How many logs are looked at at a time. */
const atATime = 16;

/**
 * Throws {@link UnsealedLogError} where a municipality's log was begun by the version that sealed no events. The first
 * event tells; it stands soon behind the municipality's registration.
 */
export async function assertSealed(municipalities: Municipalities, reader: EventReader): Promise<void> {
  const waiting = (await municipalities.registered()).entries();
  const unsealed: string[] = [];
  const lookAtNext = async (): Promise<void> => {
    for (const [tenant, registration] of waiting) {
      const first = await firstEvent(reader, tenant, registration);
      if (first && isUnsealed(first)) unsealed.push(tenant);
    }
  };
  await Promise.all(Array.from({ length: atATime }, lookAtNext));
  if (unsealed.length > 0) throw new UnsealedLogError(unsealed.toSorted());
}

async function firstEvent(
  reader: EventReader,
  tenant: string,
  after: LogPosition,
): Promise<RecordedEvent | undefined> {
  const filter = { prefix: printStreamId({ tenant, name: '' }) };
  const read = { filter, direction: 'forwards', from: after, count: 1 } as const;
  let first: RecordedEvent | undefined;
  for await (const event of reader.log(read)) first = event;
  return first;
}

/** By the mark that the earlier version put beside its metadata. */
function isUnsealed({ metadata }: RecordedEvent): boolean {
  try {
    const parsed: unknown = JSON.parse(metadata.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && 'appendId' in parsed && 'basis' in parsed;
  } catch {
    return false;
  }
}
