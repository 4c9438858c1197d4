import { openDataSource } from '#apps/api';
import type { BenchPostgres } from './postgres.js';

/** A new database with all of Paragraf's tables, on the server of this run. */
export async function migratedDatabase(postgres: BenchPostgres, name: string): Promise<string> {
  const url = await postgres.createDatabase(name);
  const dataSource = await openDataSource(url, []);
  await dataSource.destroy();
  return url;
}
