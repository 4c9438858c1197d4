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
  /** Closes all connections and drops the database. */
  drop(): Promise<void>;
}

export async function readModelDatabase(projections: readonly AnyProjection[]): Promise<ReadModelDatabase> {
  const database = await freshDatabase();
  const opened: DataSource[] = [];
  const connect = async () => {
    const dataSource = new DataSource({
      type: 'postgres',
      url: database.url,
      entities: readModelEntities(projections),
      migrations: readModelMigrations,
      migrationsRun: true,
    });
    opened.push(dataSource);
    return dataSource.initialize();
  };
  return {
    dataSource: await connect(),
    connect,
    drop: async () => {
      await Promise.all(opened.map((dataSource) => dataSource.destroy()));
      await database.drop();
    },
  };
}
