import type { QueryResultRow } from 'pg';
import type { StreamId } from '#libs/kernel';
import { compareDensePositions } from '../dense-position.js';
import type {
  LogHead,
  LogPage,
  Position,
  ReadLogOptions,
  ReadSealedOptions,
  ReadStreamOptions,
  SealedEvent,
  SealedPage,
  StoredEvent,
} from '../event-store.js';
import { logPage } from '../log-page.js';
import { isStorableText, isUuid } from '../storable-text.js';
import { eventColumns, eventOf, type EventRow } from './event-row.js';
import { isFiltered, logQuery, sealedQuery, type Reach, type Statement } from './log-query.js';
import type { Queries } from './queries.adapter.js';

const streamPageSize = 1_000;
const lastRevision = 2 ** 31 - 1;

/**
 * Reads the log. Every method throws EventStoreUnavailableError where the database does not answer. No statement is
 * prepared: a plan that was made while the log was small would be slow once it is large.
 */
export class LogReader {
  constructor(private readonly queries: Queries) {}

  async *readStream({ tenant, name }: StreamId, options: ReadStreamOptions): AsyncGenerator<StoredEvent> {
    if (!isStorableText(tenant + name)) return;
    const { direction = 'forwards', limit = Infinity } = options;
    const forwards = direction === 'forwards';
    const text = `
      SELECT ${eventColumns} FROM event_store.event
      WHERE tenant_id = $1 AND stream = $2 AND revision ${forwards ? '>=' : '<='} $3
      ORDER BY revision ${forwards ? 'ASC' : 'DESC'} LIMIT $4`;
    let from = Math.min(options.from ?? (forwards ? 0 : lastRevision), lastRevision);
    for (let left = limit; left > 0;) {
      const size = Math.min(left, streamPageSize);
      const values = [tenant, name, from, size];
      const rows = await this.queries.rows<EventRow & QueryResultRow>({ text, values });
      for (const row of rows) {
        const event = eventOf(row);
        from = event.record.revision + (forwards ? 1 : -1);
        yield event;
      }
      left = rows.length < size ? 0 : left - size;
    }
  }

  async readLog(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    if (!isStorableText(tenant)) return logPage([], null, options);
    const backwards = options.direction === 'backwards';
    const { head, rows } = await this.page(tenant, options, (reach) => logQuery(tenant, options, reach));
    const events = (rows as readonly EventRow[]).map(eventOf);
    return logPage(events, backwards && head !== null ? '1' : head, options);
  }

  async readSealed(tenant: string, options: ReadSealedOptions): Promise<SealedPage> {
    const { after, limit, contents = true } = options;
    if (!isStorableText(tenant)) return { events: [], next: after ?? null, atEnd: true };
    const { rows } = await this.page(tenant, options, (reach) => sealedQuery(tenant, options, reach));
    const events = (rows as readonly SealedEvent[]).slice(0, limit);
    return {
      events: contents ? events : events.map((event) => ({ ...event, content: null, salt: null })),
      next: events.at(-1)?.position ?? after ?? null,
      atEnd: rows.length <= limit,
    };
  }

  async findEvent(tenant: string, eventId: string): Promise<StoredEvent | null> {
    if (!isStorableText(tenant) || !isUuid(eventId)) return null;
    const text = `SELECT ${eventColumns} FROM event_store.event WHERE tenant_id = $1 AND id = $2`;
    const [row] = await this.queries.rows<EventRow & QueryResultRow>({ text, values: [tenant, eventId] });
    return row ? eventOf(row) : null;
  }

  async heads(): Promise<readonly LogHead[]> {
    const text = 'SELECT tenant_id AS tenant, position FROM event_store.log_head ORDER BY tenant_id';
    return this.queries.rows<LogHead>({ text });
  }

  /**
   * A page's rows and one more, looked for nearby first. The head is asked for before them: whatever it covers is
   * visible to the second statement.
   */
  private async page(
    tenant: string,
    options: ReadLogOptions,
    query: (reach: Reach) => Statement,
  ): Promise<{ readonly head: Position | null; readonly rows: readonly Placed[] }> {
    const headQuery = {
      text: 'SELECT position FROM event_store.log_head WHERE tenant_id = $1',
      values: [tenant],
    };
    const [heads, rows] = await this.queries.rowsOfAll(headQuery, query('nearby'));
    const head = (heads as readonly Placed[])[0]?.position ?? null;
    const nearby = rows as readonly Placed[];
    if (isWhole(nearby, head, options)) return { head, rows: nearby };
    return { head, rows: await this.queries.rows<Placed & QueryResultRow>(query('anywhere')) };
  }
}

type Placed = Pick<EventRow, 'position'>;

/** False where places are empty that a log without holes would have filled: somebody has taken events out of it. */
function isWhole(rows: readonly Placed[], head: Position | null, options: ReadLogOptions): boolean {
  const { after, direction, limit } = options;
  if (isFiltered(options) || rows.length > limit) return true;
  const reached = rows.at(-1)?.position ?? after ?? '0';
  if (direction !== 'backwards') return head !== null && compareDensePositions(reached, head) >= 0;
  return after === undefined || compareDensePositions(reached, '1') <= 0;
}
