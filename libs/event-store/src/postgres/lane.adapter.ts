import type { Pool, PoolClient } from 'pg';
import { isServerError } from './outage.js';

/** One connection for as long as somebody uses it, so that what is sent first is carried out first. */
export class Lane {
  private connecting: Promise<PoolClient> | null = null;
  private users = 0;
  private broken: Error | null = null;
  private current: Pool | null = null;

  constructor(private readonly pool: () => Pool) {}

  /** Others wait for a connection: let go of this one soon. */
  get isWanted(): boolean {
    return (this.current?.waitingCount ?? 0) > 0;
  }

  /** Rejects as `use` does. The connection is given up where an error leaves its state in doubt. */
  async use<Answer>(use: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
    this.users += 1;
    try {
      return await use(await this.connected());
    } catch (error) {
      this.broken ??= await this.leftInDoubt(error as Error);
      throw error;
    } finally {
      this.users -= 1;
      if (this.users === 0) await this.letGo();
    }
  }

  private connected(): Promise<PoolClient> {
    this.current ??= this.pool();
    this.connecting ??= this.current.connect();
    return this.connecting;
  }

  /** After the server's own refusal the connection is whole, but its transaction may still be open. */
  private async leftInDoubt(error: Error): Promise<Error | null> {
    if (!isServerError(error)) return error;
    try {
      await (await this.connecting)?.query('ROLLBACK');
      return null;
    } catch {
      return error;
    }
  }

  private async letGo(): Promise<void> {
    const [connecting, broken] = [this.connecting, this.broken];
    [this.connecting, this.broken, this.current] = [null, null, null];
    const client = await connecting?.catch(() => null);
    client?.release(broken ?? undefined);
  }
}
