import pg from 'pg';
import { UnsealableEventError } from '#libs/event-store';
import type { DataSource } from 'typeorm';
import { StartupError } from '../startup-error.js';

/** An advisory lock of the session: two arbitrary fixed numbers. */
const migrationKey = [0x70617261, 2];

/**
 * Brings the database to the shape that this version needs. Processes that start at once take turns. A database that
 * a newer version has changed is refused: this version could misread it.
 */
export async function migrate(dataSource: DataSource, url: string): Promise<void> {
  const turn = new pg.Client({
    connectionString: url,
    application_name: `paragraf ${process.pid} migration`,
  });
  await turn.connect();
  try {
    await turn.query('SELECT pg_advisory_lock($1, $2)', migrationKey);
    await refuseNewer(dataSource);
    await dataSource.runMigrations({ transaction: 'each' });
  } catch (error) {
    throw error instanceof UnsealableEventError ? unsealable(error) : error;
  } finally {
    await turn.end();
  }
}

export const migrationsTable = 'schema_migration';

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  const [table] = await dataSource.query<{ name: string | null }[]>('SELECT to_regclass($1) AS name', [
    migrationsTable,
  ]);
  if (!table?.name) return;
  const done = await dataSource.query<{ name: string }[]>(`SELECT name FROM ${migrationsTable}`);
  const newer = done.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length === 0) return;
  throw new StartupError(
    `Databasen har ändrats av en nyare version av Paragraf (${newer.join(', ')}). Uppgradera Paragraf eller återställ en äldre säkerhetskopia.`,
  );
}

function unsealable({ tenant, position, cause }: UnsealableEventError): StartupError {
  return new StartupError(
    `Händelse ${position} i loggen för ${tenant}, registrerad av en tidigare version, kan inte förseglas: ${(cause as Error).message} Databasen är oförändrad; kör den tidigare versionen tills vidare.`,
    { cause },
  );
}
