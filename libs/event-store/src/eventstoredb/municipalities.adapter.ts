import { randomUUID } from 'node:crypto';
import type { EventReader } from './event-reader.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import type { LogPosition } from './log-position.js';
import type { Patience } from './patience.adapter.js';
import { unlimited } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { municipalitiesStream } from './stream-names.js';

/**
 * The register of municipalities: one small stream. A municipality is registered before its first event is appended,
 * so that whoever looks for the ends of all logs knows whom to look for, and how far back.
 */
export class Municipalities {
  private readonly known = new Set<string>();

  constructor(
    private readonly reader: EventReader,
    private readonly writer: EventWriter,
  ) {}

  async register(tenant: string, patience: Patience): Promise<void> {
    while (!this.known.has(tenant)) {
      const { registered, lastRevision } = await this.read();
      const registration = {
        id: randomUUID(),
        type: 'MunicipalityRegistered',
        data: JSON.stringify({ tenant }),
        metadata: '{}',
      };
      const append = { stream: municipalitiesStream, lastRevision, events: [registration] };
      const isThere =
        registered.has(tenant) || (await this.writer.append(() => append, patience)).kind === 'appended';
      if (isThere) this.known.add(tenant);
    }
  }

  /** Every municipality, and the place in the log behind which its first event stands. */
  async registered(): Promise<ReadonlyMap<string, LogPosition>> {
    return (await this.read()).registered;
  }

  private async read(): Promise<{ registered: ReadonlyMap<string, LogPosition>; lastRevision: number }> {
    const registered = new Map<string, LogPosition>();
    let lastRevision = -1;
    const read = { stream: municipalitiesStream, direction: 'forwards', count: unlimited } as const;
    for await (const event of this.reader.stream(read)) {
      const tenant = registeredTenant(event);
      if (!registered.has(tenant)) registered.set(tenant, event.position);
      lastRevision = event.revision;
    }
    return { registered, lastRevision };
  }
}

export function registeredTenant({ data }: RecordedEvent): string {
  return (JSON.parse(data.toString('utf8')) as { readonly tenant: string }).tenant;
}
