import { PostgresEventStore, type EventStore } from '#libs/event-store';
import { claimReadModels, OtherLogError, ownDatabaseLog } from '#libs/read-model';
import type { DataSource } from 'typeorm';
import { projections } from '../contexts.js';
import { StartupError } from '../startup-error.js';
import { openDataSource } from './data-source.adapter.js';
import type { EventLog } from './event-log.js';
import { openEventStoreDb } from './open-eventstoredb.adapter.js';

export interface PersistenceOptions {
  readonly databaseUrl: string;
  /** Null where the events stand in the database as well. */
  readonly eventStoreUrl: string | null;
}

export interface Persistence {
  readonly dataSource: DataSource;
  readonly store: EventStore;
}

/** The token of a process's {@link Persistence}. */
export const PERSISTENCE = Symbol('Persistence');

/**
 * Opens the database of the read models and the log that they are folded from. Throws a {@link StartupError} where
 * the log cannot be used, or is not the one that the read models were folded from.
 */
export async function openPersistence({
  databaseUrl,
  eventStoreUrl,
}: PersistenceOptions): Promise<Persistence> {
  const dataSource = await openDataSource(databaseUrl, projections);
  try {
    const { store, name } = await openLog(databaseUrl, eventStoreUrl);
    try {
      await claimReadModels(dataSource, name);
    } catch (error) {
      await store.close();
      throw error instanceof OtherLogError ? mixedUp(error) : error;
    }
    return { dataSource, store };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** The data source's migrations have made the tables of a log in the database. */
async function openLog(databaseUrl: string, eventStoreUrl: string | null): Promise<EventLog> {
  if (eventStoreUrl !== null) return openEventStoreDb(eventStoreUrl);
  return { store: new PostgresEventStore({ connection: databaseUrl }), name: ownDatabaseLog };
}

function mixedUp(error: OtherLogError): StartupError {
  const source =
    error.sourceLog === ownDatabaseLog
      ? 'loggen i samma databas: ta bort EVENTSTORE_URL'
      : `en annan logg (${error.sourceLog}): peka ut den i EVENTSTORE_URL`;
  return new StartupError(
    `Läsmodellerna i databasen är byggda ur ${source}, eller ange en tom databas (DATABASE_URL eller PARAGRAF_DATA_DIR), där de byggs ur den här loggen.`,
    { cause: error },
  );
}
