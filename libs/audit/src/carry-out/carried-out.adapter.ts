import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Our own advisory lock, so that of several processes one carries out. */
export const carryingOutLock = 1_795_737_600;

/**
 * How far a municipality's decisions to erase have been carried out to the end: contents destroyed, and every read
 * model that had folded them built anew. Stands beside the read models, and goes where they go.
 */
@Injectable()
export class CarriedOut {
  constructor(private readonly dataSource: DataSource) {}

  /** The last revision of the stream of erasures that has been carried out; -1 where none has. */
  async upTo(tenant: string): Promise<number> {
    const [row] = await this.dataSource.query<{ revision: number }[]>(
      'SELECT revision FROM audit.carried_out WHERE tenant_id = $1',
      [tenant],
    );
    return row?.revision ?? -1;
  }

  async advance(tenant: string, revision: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO audit.carried_out (tenant_id, revision) VALUES ($1, $2)
       ON CONFLICT (tenant_id) DO UPDATE SET revision = greatest(carried_out.revision, excluded.revision)`,
      [tenant, revision],
    );
  }

  /** Does the task unless another process is at it: then answers false, and there is something to look at later. */
  async alone(task: () => Promise<void>): Promise<boolean> {
    const session = this.dataSource.createQueryRunner();
    try {
      const [row] = (await session.query('SELECT pg_try_advisory_lock($1) AS locked', [carryingOutLock])) as {
        readonly locked: boolean;
      }[];
      if (!row?.locked) return false;
      try {
        await task();
      } finally {
        // Where the connection is lost, so is the lock.
        await session.query('SELECT pg_advisory_unlock($1)', [carryingOutLock]).catch(() => undefined);
      }
      return true;
    } finally {
      await session.release();
    }
  }
}
