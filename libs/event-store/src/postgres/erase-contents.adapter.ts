import type { Pool } from 'pg';
import { isOutage, unavailable } from './outage.js';

const eraseSql = `
  UPDATE event_store.event SET content = NULL, salt = NULL
  WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND content IS NOT NULL`;

/**
 * Destroys contents and salts, all or none, and answers how many there were. The table's trigger refuses it for an
 * event that no recorded decision names. What the database still keeps of the former rows goes with the next VACUUM.
 */
export async function eraseContents(
  pool: Pool,
  tenant: string,
  eventIds: readonly string[],
): Promise<number> {
  try {
    const { rowCount } = await pool.query(eraseSql, [tenant, eventIds]);
    return rowCount ?? 0;
  } catch (error) {
    throw isOutage(error as Error) ? unavailable(error) : error;
  }
}
