import { auditMigrations } from '#libs/audit';
import { eventStoreMigrations } from '#libs/event-store';
import { notaryEntities, notaryMigrations } from '#libs/notary';
import { readModelEntities, readModelMigrations, type AnyProjection } from '#libs/read-model';
import { DataSource } from 'typeorm';
import { migrate, migrationsTable } from '../database/migrate.adapter.js';

/** Connects to the database and brings it to the shape that this version needs. */
export async function openDataSource(
  url: string,
  projections: readonly AnyProjection[],
): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: `paragraf ${process.pid}`,
    entities: [...readModelEntities(projections), ...notaryEntities],
    migrations: [...eventStoreMigrations, ...readModelMigrations, ...notaryMigrations, ...auditMigrations],
    migrationsTableName: migrationsTable,
    migrationsTransactionMode: 'each',
    poolSize: 10,
  });
  await dataSource.initialize();
  try {
    await migrate(dataSource, url);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}
