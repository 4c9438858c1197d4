import { parseStreamId, printStreamId } from '#libs/kernel';
import type { EventReader } from './event-reader.adapter.js';
import { EventIdTable, idWords, type StreamPlace } from './event-id-table.js';
import type { EventWriter } from './event-writer.adapter.js';
import type { Heads } from './heads.adapter.js';
import { addSegment, IdSegmentBuilder } from './id-segment.js';
import { IdSegments } from './id-segments.adapter.js';
import { parsePosition, printPosition } from './log-position.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import { unlimited } from './read-request.adapter.js';
import { envelopeOf } from './stored-event.js';

interface KnownIds {
  readonly table: EventIdTable;
  /** Once the whole log has been read; what comes after that is noted as it comes. */
  whole: Promise<void> | undefined;
  /** How many rely on it just now. */
  users: number;
}

/**
 * Which event ids stand where, since the server finds no event by its id. A municipality's ids are read from its log when
 * somebody first asks for one that may be of any age; before that, only those are known that this process has appended.
 */
export class EventIds {
  /** The municipality that was asked for last comes last. */
  private readonly known = new Map<string, KnownIds>();
  private events = 0;

  constructor(
    private readonly reader: EventReader,
    private readonly writer: EventWriter,
    private readonly heads: Heads,
    private readonly options: EventStoreDbOptions,
  ) {
    heads.onEvent((tenant, { id, stream, revision }) => {
      const known = this.known.get(tenant);
      if (known?.whole) this.add(known, id, { stream: parseStreamId(stream).name, revision });
    });
  }

  /** As far as this process knows. `id` is a UUID in lower case. */
  find(tenant: string, id: string): StreamPlace | undefined {
    return this.known.get(tenant)?.table.find(idWords(id));
  }

  /** For what this process has appended itself. */
  note(tenant: string, id: string, place: StreamPlace): void {
    this.add(this.of(tenant), id, place);
  }

  /** While the work lasts, every event is known that was recorded before this was called. */
  async whileWhole<T>(tenant: string, work: () => Promise<T>): Promise<T> {
    await this.heads.catchUp();
    if (!this.heads.isRegistered(tenant)) return work();
    const known = this.of(tenant);
    known.users += 1;
    try {
      known.whole ??= this.readWhole(tenant, known).catch((error: unknown) => {
        known.whole = undefined;
        throw error;
      });
      await known.whole;
      return await work();
    } finally {
      known.users -= 1;
    }
  }

  private of(tenant: string): KnownIds {
    const known = this.known.get(tenant) ?? { table: new EventIdTable(), whole: undefined, users: 0 };
    this.known.delete(tenant);
    this.known.set(tenant, known);
    return known;
  }

  private add({ table }: KnownIds, id: string, place: StreamPlace): void {
    this.events -= table.size;
    table.add(idWords(id), place);
    this.events += table.size;
    if (this.events > this.options.maxIndexedEvents) this.forgetOldest();
  }

  /** The municipality that nobody has asked for in the longest time; its ids are read again when somebody does. */
  private forgetOldest(): void {
    for (const [tenant, { table, users }] of this.known) {
      if (users > 0) continue;
      this.events -= table.size;
      this.known.delete(tenant);
      return;
    }
  }

  /** What is written down already, then the rest of the log, which is written down on the way. */
  private async readWhole(tenant: string, known: KnownIds): Promise<void> {
    const segments = new IdSegments(tenant, this.reader, this.writer);
    let upTo: string | null = null;
    for await (const segment of segments.read()) {
      this.events += addSegment(known.table, segment);
      ({ upTo } = segment);
    }
    let rest = new IdSegmentBuilder(upTo);
    const filter = { prefix: printStreamId({ tenant, name: '' }) };
    const from = upTo === null ? undefined : parsePosition(upTo);
    for await (const event of this.reader.log({ filter, direction: 'forwards', from, count: unlimited })) {
      const { id, revision } = envelopeOf(event);
      const place = { stream: event.stream.slice(filter.prefix.length), revision };
      const position = printPosition(event.position);
      this.add(known, id, place);
      rest.add(id, place, position);
      if (rest.bytes < this.options.segmentBytes) continue;
      const segment = rest.build();
      if (segment) await segments.write(segment, new Patience(this.options.deadlineMs));
      rest = new IdSegmentBuilder(position);
    }
  }
}
