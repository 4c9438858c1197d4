import { DataSource } from 'typeorm';
import { eventStoreMigrations } from '#libs/event-store';
import { readModelMigrations } from '#libs/read-model';
import type { BenchPostgres } from './postgres.js';

/** A new database with all of Paragraf's tables, on the server of this run. */
export async function migratedDatabase(postgres: BenchPostgres, name: string): Promise<string> {
  const url = await postgres.createDatabase(name);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: [...eventStoreMigrations, ...readModelMigrations],
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  return url;
}
