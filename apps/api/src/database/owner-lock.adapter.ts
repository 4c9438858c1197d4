import pg from 'pg';

/** Holds the ownership of an embedded database for as long as its connection lives, and so no longer than its process. */
export interface OwnerLock {
  release(): Promise<void>;
}

/** An advisory lock of the session: two arbitrary fixed numbers. */
const ownerKey = [0x70617261, 1];

/**
 * Takes the ownership, or answers the process that has it (0 where it cannot be told). Whoever owns the database
 * stops it at its end; a lock of the session cannot be left behind by a process that was killed.
 */
export async function takeOwnership(url: string): Promise<OwnerLock | { readonly ownerPid: number }> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `paragraf ${process.pid}`,
    keepAlive: true,
  });
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1, $2) AS taken',
    ownerKey,
  );
  if (rows[0]?.taken) {
    // The server may go down under us; queries elsewhere find that out.
    client.on('error', () => undefined);
    return { release: () => client.end() };
  }
  const ownerPid = await ownerOf(client);
  await client.end();
  return { ownerPid };
}

async function ownerOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)
      WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND granted`,
    ownerKey,
  );
  return Number(/^paragraf (\d+)$/.exec(rows[0]?.application_name ?? '')?.[1] ?? 0);
}
