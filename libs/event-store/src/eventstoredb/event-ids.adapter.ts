import { randomUUID } from 'node:crypto';
import type { StreamId } from '#libs/kernel';
import type { EventReader } from './event-reader.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import type { Patience } from './patience.adapter.js';
import { eventIdStream } from './stream-names.js';

/** What is written down of an event id before the event is appended. */
export interface IdClaim {
  /** The stream that the event goes to, without the tenant. */
  readonly stream: string;
  /** The last revision that the stream had then, or -1: the event stands behind it, if it stands there at all. */
  readonly behind: number;
}

/**
 * The register of event ids. The server has no index by event id, and an id is unique only within what it remembers;
 * so every id first gets a stream of its own that says where the event goes. Whoever comes later with the same id
 * finds that, looks there, and knows whether the event was recorded. An id belongs to the first stream it was
 * offered to, even where nothing was recorded in the end.
 */
export class EventIds {
  constructor(
    private readonly reader: EventReader,
    private readonly writer: EventWriter,
  ) {}

  /** The claims that stood there before; an id that is not among them was new and is claimed now. */
  async claim(
    { tenant, name }: StreamId,
    ids: readonly string[],
    behind: number,
    patience: Patience,
  ): Promise<ReadonlyMap<string, IdClaim>> {
    const data = JSON.stringify({ stream: name, behind } satisfies IdClaim);
    const claims = ids.map((id) => ({
      stream: eventIdStream(tenant, id),
      lastRevision: -1,
      events: [{ id: randomUUID(), type: 'EventIdClaimed', data, metadata: '{}' }],
    }));
    const claimed = await this.writer.appendEach(claims, patience);
    const found = new Map<string, IdClaim>();
    for (const id of ids.filter((_, n) => !claimed[n])) {
      const claim = await this.find(tenant, id);
      if (claim) found.set(id, claim);
    }
    return found;
  }

  async find(tenant: string, id: string): Promise<IdClaim | null> {
    const stream = eventIdStream(tenant, id);
    let claim: IdClaim | null = null;
    for await (const { data } of this.reader.stream({ stream, direction: 'forwards', count: 1 })) {
      claim = JSON.parse(Buffer.from(data).toString('utf8')) as IdClaim;
    }
    return claim;
  }
}
