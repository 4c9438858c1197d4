import { EventStoreUnavailableError } from '../errors.js';
import type { ConnectionSettings } from './connection-string.js';
import { judgeFailure, TransientFailure } from './failures.adapter.js';
import { GrpcClient } from './grpc-client.adapter.js';

/**
 * The connection of a store: one client at a time, and a fresh one after it has failed. A failed client is closed when
 * nobody uses it any more, for what is slow for one may still answer others.
 */
export class Connection {
  private current: GrpcClient | undefined;
  private readonly loans = new Map<GrpcClient, number>();
  private readonly closing = new Set<Promise<void>>();
  private closed = false;

  constructor(private readonly settings: ConnectionSettings) {
    this.current = new GrpcClient(settings);
  }

  /** A client, to be given back. Throws EventStoreUnavailableError once the store has been closed. */
  borrow(): GrpcClient {
    if (this.closed) throw new EventStoreUnavailableError('The event store has been closed.');
    this.current ??= new GrpcClient(this.settings);
    this.loans.set(this.current, (this.loans.get(this.current) ?? 0) + 1);
    return this.current;
  }

  giveBack(client: GrpcClient): void {
    const left = (this.loans.get(client) ?? 1) - 1;
    if (left > 0) return void this.loans.set(client, left);
    this.loans.delete(client);
    if (client !== this.current) this.end(client);
  }

  /**
   * What the failure of a call amounts to: a TransientFailure, after which the next attempt meets a fresh client, for
   * what a client remembers of a failure outlives it; or the error that no attempt can mend.
   */
  failed(client: GrpcClient, error: unknown): Error {
    const failure = judgeFailure(error);
    if (failure.kind === 'permanent') return failure.error;
    if (failure.kind !== 'not-leader' && this.current === client) this.current = undefined;
    return new TransientFailure(error);
  }

  /** Breaks off whatever is still being read. */
  async close(): Promise<void> {
    this.closed = true;
    const clients = new Set(this.loans.keys());
    if (this.current) clients.add(this.current);
    for (const client of clients) this.end(client);
    await Promise.all(this.closing);
  }

  private end(client: GrpcClient): void {
    const ended = client
      .close()
      .catch(() => undefined)
      .then(() => void this.closing.delete(ended));
    this.closing.add(ended);
  }
}
