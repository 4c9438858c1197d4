import { eventStoreMigrations, PostgresEventStore } from '#libs/event-store';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../test/support/database.js';
import { notaryEntities, notaryMigrations } from '../migrations.adapter.js';

/** A database of a spec's own with the tables of the log and of the notary. */
export interface NotaryDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly store: PostgresEventStore;
  /** Another pool of connections to the same database: what another process has. */
  connect(): Promise<DataSource>;
  /** Changes the log behind its triggers, as somebody who owns the server could. */
  tamper(statement: string, values?: readonly unknown[]): Promise<void>;
  drop(): Promise<void>;
}

export async function notaryDatabase(): Promise<NotaryDatabase> {
  const database = await freshDatabase();
  const { url } = database;
  const opened: DataSource[] = [];
  const connect = async () => {
    const dataSource = await openNotaryDatabase(url);
    opened.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect();
  const store = new PostgresEventStore({ connection: url });
  return {
    url,
    dataSource,
    store,
    connect,
    tamper: (statement, values = []) =>
      dataSource.transaction(async (manager) => {
        await manager.query('ALTER TABLE event_store.event DISABLE TRIGGER ALL');
        await manager.query(statement, [...values]);
        await manager.query('ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER events_are_never_changed');
        await manager.query('ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER events_are_only_erased');
      }),
    drop: async () => {
      await store.close();
      await Promise.all(opened.map((each) => each.destroy()));
      await database.drop();
    },
  };
}

export function openNotaryDatabase(url: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: notaryEntities,
    migrations: [...eventStoreMigrations, ...notaryMigrations],
    migrationsRun: true,
  });
  return dataSource.initialize();
}
