import type { ClientConfig } from 'pg';

/** How a {@link PostgresEventStore} reaches its database and how patient it is. Times are in milliseconds. */
export interface PostgresEventStoreOptions {
  /** A URL, or the settings of node-postgres. */
  readonly connection: string | ClientConfig;
  /** How long an append is repeated, with the same ids, before its caller is told that the store is unavailable. */
  readonly appendTimeoutMs?: number;
  /** How long one attempt waits for another process to let go of a log's head. */
  readonly lockTimeoutMs?: number;
  /** After which a read is given up. */
  readonly readTimeoutMs?: number;
  /** How often followers look for new events where no hint has come. */
  readonly pollIntervalMs?: number;
  /** Appends of one municipality that are recorded in one transaction. */
  readonly maxBatch?: number;
  /** Municipalities that are written to at the same time. */
  readonly writeConnections?: number;
  readonly readConnections?: number;
}

type Numbers = { -readonly [Name in keyof Omit<PostgresEventStoreOptions, 'connection'>]-?: number };

export interface Settings extends Numbers {
  readonly connection: ClientConfig;
}

const defaults: Numbers = {
  appendTimeoutMs: 10_000,
  lockTimeoutMs: 1_000,
  readTimeoutMs: 30_000,
  pollIntervalMs: 500,
  maxBatch: 128,
  writeConnections: 8,
  readConnections: 10,
};

/** Throws a RangeError where a number is not a whole one above 0. */
export function settingsOf(options: PostgresEventStoreOptions): Settings {
  const { connection } = options;
  const numbers = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof Numbers)[]) {
    const value = options[name] ?? defaults[name];
    if (!(Number.isSafeInteger(value) && value > 0)) throw new RangeError(`${name} cannot be ${value}.`);
    numbers[name] = value;
  }
  return {
    ...numbers,
    connection: typeof connection === 'string' ? { connectionString: connection } : connection,
  };
}
