import type { Envelope } from '#libs/proof';
import type { LogHead } from '../event-store.js';
import type { EventReader } from './event-reader.adapter.js';
import { compareLogPositions, printPosition, type LogPosition } from './log-position.js';
import { registeredTenant, type Municipalities } from './municipalities.adapter.js';
import { unlimited } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { SharedWork } from './shared-work.js';
import { ForgetfulStreams } from './retention.js';
import { findEnvelope } from './stored-event.js';
import {
  isOwnStream,
  logStreams,
  municipalitiesStream,
  retentionTypes,
  tenantOf,
  watchedStreams,
} from './stream-names.js';

export type EventListener = (tenant: string, envelope: Envelope) => void;

/**
 * The last position of every municipality. At first they are looked for from the log's end backwards; from then on
 * every event that comes is noted, in log order, whether by the subscription or because somebody asks.
 */
export class Heads {
  private readonly heads = new Map<string, LogPosition>();
  private readonly forgetful = new ForgetfulStreams();
  private readonly listeners: EventListener[] = [];
  private registered = new Set<string>();
  private loading: Promise<void> | undefined;
  private readonly catchingUp = new SharedWork(() => this.readOn());
  /** Everything up to here has been noted. */
  private noted: LogPosition | undefined;

  constructor(
    private readonly reader: EventReader,
    private readonly municipalities: Municipalities,
  ) {}

  /** The listener is told of every event from now on, in log order, and first of each municipality's last one. */
  onEvent(listener: EventListener): void {
    this.listeners.push(listener);
  }

  get end(): LogPosition | undefined {
    return this.noted;
  }

  /** Throws RetentionError where the server has been set to forget events. */
  async current(): Promise<readonly LogHead[]> {
    await this.catchUp();
    this.assertKept();
    return [...this.heads].map(([tenant, position]) => ({ tenant, position: printPosition(position) }));
  }

  isRegistered(tenant: string): boolean {
    return this.registered.has(tenant);
  }

  /** After this, everything has been noted that stood in the log before. Whoever asks at the same time waits together. */
  catchUp(): Promise<void> {
    return this.catchingUp.run();
  }

  private async readOn(): Promise<void> {
    await this.load();
    const read = { filter: { streams: watchedStreams }, direction: 'forwards', count: unlimited } as const;
    for await (const event of this.reader.log({ ...read, from: this.noted })) this.note(event);
  }

  /** Events may come more than once, but none may be left out. */
  note(event: RecordedEvent): void {
    const { stream, position, type } = event;
    if (this.noted && compareLogPositions(position, this.noted) <= 0) return;
    this.noted = position;
    if (stream.startsWith('$$') || type === '$streamDeleted') return this.forgetful.note(event);
    if (stream === municipalitiesStream) return void this.registered.add(registeredTenant(event));
    const tenant = tenantOf(stream);
    if (tenant === null || !this.registered.has(tenant)) return;
    this.noteHead(tenant, event);
  }

  /** Whoever reads an event that somebody else has written is told; here it is passed by. */
  private noteHead(tenant: string, event: RecordedEvent): void {
    this.heads.set(tenant, event.position);
    const envelope = findEnvelope(event);
    if (!envelope) return;
    for (const listener of this.listeners) listener(tenant, envelope);
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
    for await (const event of this.reader.log(read)) this.forgetful.note(event);
  }

  /** Goes back until every municipality's last event has been met, or its registration passed. */
  private async findHeads(missing: Map<string, LogPosition>): Promise<void> {
    const read = { filter: { streams: logStreams }, direction: 'backwards', count: unlimited } as const;
    for await (const event of this.reader.log(read)) {
      const { stream, position } = event;
      const tenant = tenantOf(stream) ?? '';
      if (missing.delete(tenant)) this.noteHead(tenant, event);
      for (const [name, registration] of missing) {
        if (compareLogPositions(position, registration) < 0) missing.delete(name);
      }
      if (missing.size === 0) return;
    }
  }

  private assertKept(): void {
    this.forgetful.assertNone((stream) => isOwnStream(stream) || this.registered.has(tenantOf(stream) ?? ''));
  }
}
