import type { LogHead } from '../event-store.js';
import type { EventReader } from './event-reader.adapter.js';
import { compareLogPositions, printPosition, type LogPosition } from './log-position.js';
import { registeredTenant, type Municipalities } from './municipalities.adapter.js';
import { unlimited } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.adapter.js';
import type { RecordedTimes } from './recorded-times.js';
import { RetentionError, retentionOf } from './retention.js';
import { findMark, recordedAtOf } from './stored-event.adapter.js';
import {
  isOwnStream,
  logStreams,
  municipalitiesStream,
  retentionTypes,
  tenantOf,
  watchedStreams,
} from './stream-names.js';

/**
 * The last position of every municipality. At first they are looked for from the log's end backwards; from then on
 * every event that comes is noted, in log order, whether by the subscription or because somebody asks.
 */
export class Heads {
  private readonly heads = new Map<string, LogPosition>();
  private readonly forgetful = new Set<string>();
  private registered = new Set<string>();
  private loading: Promise<void> | undefined;
  /** Everything up to here has been noted. */
  private noted: LogPosition | undefined;

  constructor(
    private readonly reader: EventReader,
    private readonly municipalities: Municipalities,
    private readonly times: RecordedTimes,
  ) {}

  get end(): LogPosition | undefined {
    return this.noted;
  }

  /** Throws RetentionError where the server has been set to forget events. */
  async current(): Promise<readonly LogHead[]> {
    await this.load();
    const read = { filter: { streams: watchedStreams }, direction: 'forwards', count: unlimited } as const;
    for await (const event of this.reader.log({ ...read, from: this.noted })) this.note(event);
    this.assertKept();
    return [...this.heads].map(([tenant, position]) => ({ tenant, position: printPosition(position) }));
  }

  /** Events may come more than once, but none may be left out. */
  note(event: RecordedEvent): void {
    const { stream, position, type } = event;
    if (this.noted && compareLogPositions(position, this.noted) <= 0) return;
    this.noted = position;
    if (stream.startsWith('$$') || type === '$streamDeleted') return this.noteRetention(event);
    if (stream === municipalitiesStream) return void this.registered.add(registeredTenant(event));
    const tenant = tenantOf(stream);
    if (tenant === null || !this.registered.has(tenant)) return;
    this.heads.set(tenant, position);
    noteTime(this.times, tenant, event);
  }

  /** Throws RetentionError where the server has been set to forget events, however long ago. */
  async load(): Promise<void> {
    this.loading ??= this.find().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    await this.loading;
    this.assertKept();
  }

  /** The end of the log comes first, so that nothing that happens while the rest is read is missed afterwards. */
  private async find(): Promise<void> {
    const end = await this.lastWatched();
    const missing = new Map(await this.municipalities.registered());
    this.registered = new Set(missing.keys());
    await this.findForgetful();
    if (missing.size > 0) await this.findHeads(missing);
    this.noted = end;
  }

  private async lastWatched(): Promise<LogPosition | undefined> {
    const read = { filter: { streams: watchedStreams }, direction: 'backwards', count: 1 } as const;
    let last: LogPosition | undefined;
    for await (const { position } of this.reader.log(read)) last = position;
    return last;
  }

  private async findForgetful(): Promise<void> {
    const read = { filter: { types: retentionTypes }, direction: 'forwards', count: unlimited } as const;
    for await (const event of this.reader.log(read)) this.noteRetention(event);
  }

  /** Goes back until every municipality's last event has been met, or its registration passed. */
  private async findHeads(missing: Map<string, LogPosition>): Promise<void> {
    const read = { filter: { streams: logStreams }, direction: 'backwards', count: unlimited } as const;
    for await (const event of this.reader.log(read)) {
      const { stream, position } = event;
      const tenant = tenantOf(stream) ?? '';
      if (missing.delete(tenant)) {
        this.heads.set(tenant, position);
        noteTime(this.times, tenant, event);
      }
      for (const [name, registration] of missing) {
        if (compareLogPositions(position, registration) < 0) missing.delete(name);
      }
      if (missing.size === 0) return;
    }
  }

  private noteRetention({ stream, type, data }: RecordedEvent): void {
    if (type === '$streamDeleted') return void this.forgetful.add(stream);
    const subject = stream.slice('$$'.length);
    if (forgets(data)) this.forgetful.add(subject);
    else this.forgetful.delete(subject);
  }

  private assertKept(): void {
    const ours = [...this.forgetful].filter(
      (stream) => isOwnStream(stream) || this.registered.has(tenantOf(stream) ?? ''),
    );
    if (ours.length > 0) throw new RetentionError(ours);
  }
}

/** Whoever reads an event that somebody else has written is told; here it has no time. */
function noteTime(times: RecordedTimes, tenant: string, event: RecordedEvent): void {
  const mark = findMark(event);
  if (mark) times.note(tenant, recordedAtOf(mark, event.created));
}

function forgets(metadata: Uint8Array): boolean {
  try {
    return retentionOf(JSON.parse(Buffer.from(metadata).toString('utf8'))).length > 0;
  } catch {
    // The server ignores metadata that is no JSON.
    return false;
  }
}
