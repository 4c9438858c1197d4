import {
  InvalidPositionError,
  type EventStore,
  type ReadSealedOptions,
  type SealedPage,
} from '#libs/event-store';

/**
 * A page of the log behind a position that it had once. Empty where nothing stands there any more, which some stores
 * answer by calling it no position.
 */
export async function readBehind(
  store: EventStore,
  tenant: string,
  options: ReadSealedOptions,
): Promise<SealedPage> {
  try {
    return await store.readSealed(tenant, options);
  } catch (error) {
    if (error instanceof InvalidPositionError) return { events: [], next: null, atEnd: true };
    throw error;
  }
}
