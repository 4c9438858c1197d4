import { parsePosition } from '../dense-position.js';
import type { ReadLogOptions } from '../event-store.js';
import { eventColumns } from './event-row.js';
import { filterConditions, Parameters } from './filter-sql.js';

/** A statement and its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Finds a page's events and one more, which tells that the log goes on. Throws InvalidPositionError. */
export function logQuery(
  tenant: string,
  { after, direction, limit, filter = {} }: ReadLogOptions,
): Statement {
  const backwards = direction === 'backwards';
  const parameters = new Parameters();
  const conditions = [`tenant_id = ${parameters.add(tenant)}`];
  if (after !== undefined) {
    conditions.push(`position ${backwards ? '<' : '>'} ${parameters.add(parsePosition(after))}`);
  }
  conditions.push(...filterConditions(filter, parameters));
  // Within one stream the order of revisions is that of positions, and there is an index for it.
  const order = filter.stream === undefined ? 'position' : 'revision';
  const text = `
    SELECT ${eventColumns} FROM event_store.event WHERE ${conditions.join(' AND ')}
    ORDER BY ${order} ${backwards ? 'DESC' : 'ASC'} LIMIT ${parameters.add(limit + 1)}`;
  return { text, values: parameters.values };
}
