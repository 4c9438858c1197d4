import { EventStore, type SealedEvent } from '#libs/event-store';
import { dataHashOf, hashOfEnvelope, leafHash, parseEnvelope, TreeHasher } from '#libs/proof';
import pg from 'pg';
import type { TestApi } from './api.js';

export interface Erasures {
  readonly revision: number;
  readonly items: readonly {
    readonly event: string;
    readonly citation: string;
    readonly isCarriedOut: boolean;
    readonly events: readonly object[];
  }[];
  readonly next: string | null;
}

/** Resolves when the condition holds; a spec in which it never does runs into its time limit. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Every table, in whatever schema, that has the text in any of its columns. */
export async function tablesWith(databaseUrl: string, text: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('VACUUM');
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hits = await client.query(`SELECT FROM ${name} AS t WHERE position($1 IN t::text) > 0`, [text]);
      if ((hits.rowCount ?? 0) > 0) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** A municipality's log as it is proved. */
export async function sealedLog(api: TestApi, tenant: string): Promise<readonly SealedEvent[]> {
  const { events, atEnd } = await api.app.get(EventStore).readSealed(tenant, { limit: 1_000 });
  if (!atEnd) throw new Error('The log is longer than a page.');
  return events;
}

/** The root of the tree over the envelopes, once every stream is whole and every content there is what was sealed. */
export function verifiedRoot(events: readonly SealedEvent[]): string {
  const ends = new Map<string, string>();
  const tree = new TreeHasher();
  for (const { envelope: text, content, salt } of events) {
    const { stream, prev, dataHash, id } = parseEnvelope(text);
    if (prev !== (ends.get(stream) ?? null)) throw new Error(`${stream} does not go on with ${id}.`);
    if (salt !== null && content !== null && dataHashOf(salt, content) !== dataHash) {
      throw new Error(`The content of ${id} is not what was sealed.`);
    }
    ends.set(stream, hashOfEnvelope(text));
    tree.append(leafHash(text));
  }
  return Buffer.from(tree.root()).toString('hex');
}
