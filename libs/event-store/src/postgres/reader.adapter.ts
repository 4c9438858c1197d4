import type { QueryResultRow } from 'pg';
import type { StreamId } from '#libs/kernel';
import { parsePosition } from '../dense-position.js';
import type {
  LogHead,
  LogPage,
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
import { logQuery } from './log-query.js';
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

  /** The head is asked for first: whatever it covers is visible to the second statement. */
  async readLog(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    if (!isStorableText(tenant)) return logPage([], null, options);
    const headQuery = {
      text: 'SELECT position FROM event_store.log_head WHERE tenant_id = $1',
      values: [tenant],
    };
    const [heads, rows] = await this.queries.rowsOfAll(headQuery, logQuery(tenant, options));
    const head = (heads as readonly Pick<LogHead, 'position'>[])[0]?.position ?? null;
    const end = options.direction === 'backwards' && head !== null ? '1' : head;
    return logPage(
      (rows as readonly EventRow[]).map((row) => eventOf(row)),
      end,
      options,
    );
  }

  async readSealed(
    tenant: string,
    { after, limit, contents = true }: ReadSealedOptions,
  ): Promise<SealedPage> {
    if (!isStorableText(tenant)) return { events: [], next: after ?? null, atEnd: true };
    const from = after === undefined ? 0 : parsePosition(after);
    const columns = contents ? 'position, envelope, content, salt' : 'position, envelope';
    const text = `SELECT ${columns} FROM event_store.event WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT $3`;
    const rows = await this.queries.rows<SealedEvent & QueryResultRow>({
      text,
      values: [tenant, from, limit + 1],
    });
    const events = rows.slice(0, limit);
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
}
