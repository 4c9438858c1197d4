import { callbackify } from 'node:util';
import pg, { type ClientBase, type Pool, type PoolConfig } from 'pg';
import { appRole } from './app-role.js';
import type { Settings } from './options.adapter.js';

/** What is set on every connection before its first use. Values are in milliseconds. */
interface Patience {
  readonly statement: number;
  readonly lock: number;
}

/** How much longer the client waits than the server, which can say what went wrong. */
const clientMarginMs = 1_000;
const connectTimeoutMs = 5_000;

const suspectConnections = 4;
/** A healthy log's head is held for some milliseconds at a time. */
const healthyLockMs = 250;

/**
 * The pools of one store. Municipalities whose last attempt to write failed share a small pool of their own, where they
 * wait more patiently: however many of them stall, the others find connections.
 */
export class Connections {
  readonly writers: Pool;
  readonly suspects: Pool;
  readonly readers: Pool;

  constructor({ connection, lockTimeoutMs, readTimeoutMs, writeConnections, readConnections }: Settings) {
    const statement = lockTimeoutMs + 3_000;
    const healthy = { lock: Math.min(lockTimeoutMs, healthyLockMs), statement };
    const reading = { lock: readTimeoutMs, statement: readTimeoutMs };
    this.writers = openPool({ ...connection, max: writeConnections }, healthy);
    this.suspects = openPool({ ...connection, max: suspectConnections }, { lock: lockTimeoutMs, statement });
    this.readers = openPool({ ...connection, max: readConnections }, reading);
  }

  async close(): Promise<void> {
    await Promise.all([this.writers.end(), this.suspects.end(), this.readers.end()]);
  }
}

function openPool(config: PoolConfig, patience: Patience): Pool {
  const pool = new pg.Pool({
    fallback_application_name: 'paragraf',
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 60_000,
    ...config,
    pipeline: true,
    query_timeout: patience.statement + clientMarginMs,
    verify: callbackify((client: ClientBase) => prepareSession(client, patience)),
  });
  // A connection that breaks tells whoever uses it; without listeners it would take the process down as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * An acknowledged append is on disk, whatever the server's default. A transaction whose process stands still lets go
 * of its locks.
 */
async function prepareSession(client: ClientBase, { statement, lock }: Patience): Promise<void> {
  await client.query(`
    SET statement_timeout = ${statement}; SET lock_timeout = ${lock};
    SET idle_in_transaction_session_timeout = ${statement};
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`);
  await assumeRole(client);
}

const roleIsMissing = '22023';
const roleIsNotGranted = '42501';

async function assumeRole(client: ClientBase): Promise<void> {
  try {
    await client.query(`SET ROLE ${appRole}`);
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code !== roleIsMissing && code !== roleIsNotGranted) throw error;
  }
}
