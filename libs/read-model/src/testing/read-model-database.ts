import { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../test/support/database.js';
import type { AnyProjection } from '../any-projection.js';
import { readModelEntities } from '../doc.entity.js';
import { readModelMigrations } from '../migrations.adapter.js';

/** A database of a spec's own with the tables of the read models. */
export interface ReadModelDatabase {
  readonly dataSource: DataSource;
  /** Another pool of connections to the same database: what another process has. */
  connect(): Promise<DataSource>;
  /** Takes all read models away, as if the database were new. */
  reset(): Promise<void>;
  /** Closes all connections and drops the database. */
  drop(): Promise<void>;
}

export async function readModelDatabase(projections: readonly AnyProjection[]): Promise<ReadModelDatabase> {
  const database = await freshDatabase();
  const opened: DataSource[] = [];
  const connect = async () => {
    const pool = new DataSource({
      type: 'postgres',
      url: database.url,
      entities: readModelEntities(projections),
      migrations: readModelMigrations,
      migrationsRun: true,
    });
    opened.push(pool);
    return pool.initialize();
  };
  const dataSource = await connect();
  return {
    dataSource,
    connect,
    reset: async () => {
      for (const _ of readModelMigrations) await dataSource.undoLastMigration();
      await dataSource.runMigrations();
    },
    drop: async () => {
      await Promise.all(opened.filter((each) => each.isInitialized).map((each) => each.destroy()));
      await database.drop();
    },
  };
}
