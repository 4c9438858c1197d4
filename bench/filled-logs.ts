import { PostgresEventStore } from '#libs/event-store';
import { migratedDatabase } from './database.js';
import { fillLog } from './follow-up-log.js';
import type { BenchPostgres } from './postgres.js';

/** Databases with a log of so many events, each made when it is first asked for. */
export class FilledLogs {
  private readonly urls = new Map<number, Promise<string>>();

  /** The databases' names begin so: a bench that writes to them has its own. */
  constructor(
    private readonly postgres: BenchPostgres,
    private readonly prefix = 'log',
  ) {}

  urlOf(events: number): Promise<string> {
    const url = this.urls.get(events) ?? this.fill(events);
    this.urls.set(events, url);
    return url;
  }

  private async fill(events: number): Promise<string> {
    const url = await migratedDatabase(this.postgres, `${this.prefix}_${events}`);
    const store = new PostgresEventStore({ connection: url });
    await fillLog(store, events);
    await store.close();
    return url;
  }
}
