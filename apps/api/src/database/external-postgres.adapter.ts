import pg from 'pg';
import { StartupError } from '../startup-error.js';
import type { Database } from './database.js';

/** How long a server may take to answer, in milliseconds. */
const patienceMs = 10_000;

/** Oldest major version of PostgreSQL that is supported. */
const oldestMajor = 15;

/**
 * A database of the user's own. Throws a {@link StartupError} that says in one sentence why it cannot be used; `named`
 * is what gave the address.
 */
export async function openExternalPostgres(url: string, named = 'DATABASE_URL'): Promise<Database> {
  const { hostname, port, pathname } = new URL(url);
  const place = {
    server: `${hostname}:${port || '5432'}`,
    name: decodeURIComponent(pathname.slice(1)),
    named,
  };
  const version = await serverVersion(url).catch((cause: unknown) => {
    throw new StartupError(unusable(cause, place), { cause });
  });
  if (version < oldestMajor * 10_000) {
    const found = Math.floor(version / 10_000);
    throw new StartupError(
      `Databasen på ${place.server} är PostgreSQL ${found}; ${oldestMajor} eller senare behövs.`,
    );
  }
  const description = `databasen ${place.name} på ${place.server}`;
  return { url, description, stop: () => Promise.resolve() };
}

/** As PostgreSQL numbers itself: 180004 for 18.4. */
async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Number(rows[0]?.server_version_num);
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Place {
  readonly server: string;
  readonly name: string;
  readonly named: string;
}

function unusable(cause: unknown, { server, name, named }: Place): string {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  switch (code) {
    case '28P01':
    case '28000':
      return `Databasen på ${server} tar inte emot användarnamnet eller lösenordet i ${named}.`;
    case '3D000':
      return `Databasen ${name} finns inte på ${server}. Skapa den eller ändra ${named}.`;
    case '42501':
      return `Användaren i ${named} får inte använda databasen ${name} på ${server}.`;
    case '53300':
      return `Databasen på ${server} har inga lediga anslutningar.`;
    default:
      return `Databasen på ${server} svarar inte (${code || message}). Kontrollera ${named} och att den är igång.`;
  }
}
