import { parsePosition } from '../dense-position.js';
import type { ReadLogOptions, ReadSealedOptions } from '../event-store.js';
import { eventColumns } from './event-row.js';
import { filterConditions, Parameters } from './filter-sql.js';

/** A statement and its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Where to look for a page. A log has no holes, so a page without a filter stands in the next places: `nearby` says so
 * to the database, which otherwise reads and sorts all that follows for every page for as long as it has not counted
 * the rows of a table that is filling up. What does not end at the log's end nearby has to be looked for `anywhere`.
 */
export type Reach = 'nearby' | 'anywhere';

/** Finds a page's events and one more, which tells that the log goes on. Throws InvalidPositionError. */
export function logQuery(tenant: string, options: ReadLogOptions, reach: Reach): Statement {
  const { filter = {} } = options;
  const parameters = new Parameters();
  const conditions = [
    ...placeConditions(tenant, options, isFiltered(options) ? 'anywhere' : reach, parameters),
    ...filterConditions(filter, parameters),
  ];
  // Within one stream the order of revisions is that of positions, and there is an index for it.
  const order = filter.stream === undefined ? 'position' : 'revision';
  const text = `
    SELECT ${eventColumns} FROM event_store.event WHERE ${conditions.join(' AND ')}
    ORDER BY ${order} ${options.direction === 'backwards' ? 'DESC' : 'ASC'}
    LIMIT ${parameters.add(options.limit + 1)}`;
  return { text, values: parameters.values };
}

/** The same of a log as it is proved. */
export function sealedQuery(tenant: string, options: ReadSealedOptions, reach: Reach): Statement {
  const parameters = new Parameters();
  const conditions = placeConditions(tenant, options, reach, parameters);
  const columns = (options.contents ?? true) ? 'position, envelope, content, salt' : 'position, envelope';
  const text = `
    SELECT ${columns} FROM event_store.event WHERE ${conditions.join(' AND ')}
    ORDER BY position LIMIT ${parameters.add(options.limit + 1)}`;
  return { text, values: parameters.values };
}

export function isFiltered({ filter = {} }: ReadLogOptions): boolean {
  return Object.values(filter).some((condition) => condition !== undefined);
}

function placeConditions(
  tenant: string,
  { after, direction, limit }: ReadLogOptions,
  reach: Reach,
  parameters: Parameters,
): readonly string[] {
  const ofTenant = `tenant_id = ${parameters.add(tenant)}`;
  const backwards = direction === 'backwards';
  // Where nobody has said from where, only the log knows its end.
  if (after === undefined && (backwards || reach === 'anywhere')) return [ofTenant];
  const from = parsePosition(after ?? '0');
  const beyond = `position ${backwards ? '<' : '>'} ${parameters.add(from)}`;
  if (reach === 'anywhere') return [ofTenant, beyond];
  const farthest = backwards ? from - limit - 1 : from + limit + 1;
  return [ofTenant, beyond, `position ${backwards ? '>=' : '<='} ${parameters.add(farthest)}`];
}
