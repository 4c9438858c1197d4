import { EventStoreUnavailableError, PostgresEventStore, type EventStore } from '#libs/event-store';
import { projections } from '../contexts.js';
import { openExternalPostgres } from '../database/external-postgres.adapter.js';
import { eventStoreUrl } from '../settings.js';
import { StartupError } from '../startup-error.js';
import { openDataSource } from './data-source.adapter.js';
import { openEventStoreDb } from './open-eventstoredb.adapter.js';

export interface OpenLogOptions {
  /** What gave the address, for people. */
  readonly named: string;
  /** Whether a database is brought to the shape that this version needs; otherwise it must have a log already. */
  readonly prepare: boolean;
}

/**
 * The log at an address that `DATABASE_URL` or `EVENTSTORE_URL` could have, whatever the settings say. Throws a
 * {@link StartupError} that says in one sentence why it cannot be used.
 */
export async function openLog(url: string, { named, prepare }: OpenLogOptions): Promise<EventStore> {
  if (eventStoreUrl(url) !== null) return (await openEventStoreDb(url, named)).store;
  const { description } = await openExternalPostgres(url, named);
  if (prepare) await (await openDataSource(url, projections)).destroy();
  const store = new PostgresEventStore({ connection: url });
  try {
    await store.ping();
    return store;
  } catch (cause) {
    await store.close();
    if (!(cause instanceof EventStoreUnavailableError)) throw cause;
    throw new StartupError(`I ${description} finns ingen logg som går att läsa. Kontrollera ${named}.`, {
      cause,
    });
  }
}
