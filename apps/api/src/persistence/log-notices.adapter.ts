import { Inject, Injectable, Logger } from '@nestjs/common';
import { PostgresEventStore } from '#libs/event-store';
import { PERSISTENCE, type Persistence } from './open-persistence.adapter.js';

/** What whoever runs Paragraf should know of how the log is guarded. Told once a start has come to its end. */
@Injectable()
export class LogNotices {
  private readonly logger = new Logger('EventStore');

  constructor(@Inject(PERSISTENCE) private readonly persistence: Persistence) {}

  async tell(): Promise<void> {
    const { store } = this.persistence;
    if (!(store instanceof PostgresEventStore)) return;
    // Where the log is away just now, the health of the service says so.
    const privileges = await store.privileges().catch(() => null);
    if (privileges?.mayChangeEvents) this.logger.warn(unguarded(privileges.role));
  }
}

const unguarded = (role: string) =>
  `Loggen skyddas bara av sin utlösare: användaren ${role} i databasen har rätt att ändra händelser. ` +
  'Ge användaren rollen paragraf_app, se ”Roles and grants in PostgreSQL” i docs/operations.md.';
