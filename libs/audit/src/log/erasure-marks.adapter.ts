import { Injectable } from '@nestjs/common';
import { ErasureRegister, type StoredEvent } from '#libs/event-store';
import { withErasure, type LoggedEvent } from './logged-event.js';

/** Says of erased events by what they were erased; of others nothing, without asking. */
@Injectable()
export class ErasureMarks {
  constructor(private readonly register: ErasureRegister) {}

  async on(tenant: string, events: readonly StoredEvent[]): Promise<readonly LoggedEvent[]> {
    if (!events.some(({ record }) => record.erased)) return events;
    const erasures = await this.register.of(tenant);
    return events.map((event) => withErasure(event, erasures));
  }
}
