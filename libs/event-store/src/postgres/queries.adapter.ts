import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { isBrokenConnection, isOutage, unavailable } from './outage.js';
import { sendTogether } from './send-together.adapter.js';

/** Statements that change nothing, so that a broken connection may be tried again on another one. */
export class Queries {
  constructor(private readonly pool: Pool) {}

  /** The rows of one statement. Throws EventStoreUnavailableError where the database does not answer. */
  async rows<Row extends QueryResultRow>(statement: QueryConfig): Promise<readonly Row[]> {
    const [rows = []] = await this.rowsOfAll(statement);
    return rows as readonly Row[];
  }

  /** The rows of several statements that are sent together and carried out in their order. */
  async rowsOfAll(...statements: readonly QueryConfig[]): Promise<readonly (readonly QueryResultRow[])[]> {
    for (let tries = this.pool.options.max; ; tries -= 1) {
      try {
        return await this.attempt(statements);
      } catch (error) {
        // A server that went away took all connections with it: each may have to be found broken.
        if (tries > 0 && isBrokenConnection(error as Error)) continue;
        throw isOutage(error as Error) ? unavailable(error) : error;
      }
    }
  }

  private async attempt(statements: readonly QueryConfig[]): Promise<readonly (readonly QueryResultRow[])[]> {
    const client = await this.pool.connect();
    try {
      const results = await sendTogether(client, () =>
        statements.map((statement) => client.query<QueryResultRow>(statement)),
      );
      client.release();
      return results.map(({ rows }) => rows);
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}
