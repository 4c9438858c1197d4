import type { Config } from '../settings.js';
import type { Database } from './database.js';
import { openEmbeddedPostgres, type WhenInUse } from './embedded-postgres.adapter.js';
import { openExternalPostgres } from './external-postgres.adapter.js';

/** The database that the settings point at. */
export function openDatabase({ databaseUrl, dataDir }: Config, whenInUse: WhenInUse): Promise<Database> {
  return databaseUrl === null ? openEmbeddedPostgres(dataDir, whenInUse) : openExternalPostgres(databaseUrl);
}
