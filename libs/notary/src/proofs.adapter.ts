import type { EventStore, SealedEvent } from '#libs/event-store';
import { entryBundle, hashCount, tileHashes, tileWidth, type Hash, type Tile } from '#libs/proof';
import type { DataSource, EntityManager } from 'typeorm';
import { findCheckpoint, listCheckpoints, notYet } from './checkpoints.adapter.js';
import { readNotarised } from './log-state.adapter.js';
import { eventsOf, indexOf } from './notarised-events.adapter.js';
import type { StoredCheckpoint } from './notarised-log.js';
import type { NotShown, Shown } from './proof-rejections.js';
import { readTiles } from './tiles.adapter.js';
import { consistencyFrom, inclusionIn } from './tree-proofs.adapter.js';

/** That an event stands in a signed log. */
export interface ProvedInclusion {
  readonly event: SealedEvent;
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: StoredCheckpoint;
}

/** That a log of `to` events begins with its first `from`. */
export interface ProvedConsistency {
  readonly from: number;
  readonly to: number;
  readonly proof: readonly Hash[];
}

/**
 * What is shown of the notarised logs, whichever process notarises them. Null where there is no such thing. No answer
 * reads more than a few tiles.
 */
export class Proofs {
  private readonly manager: EntityManager;

  constructor(
    dataSource: DataSource,
    private readonly store: EventStore,
  ) {
    this.manager = dataSource.manager;
  }

  /** The checkpoint of that size, or the last one. */
  async checkpoint(tenant: string, size?: number): Promise<Shown<StoredCheckpoint> | null> {
    const shown = await findCheckpoint(this.manager, tenant, size);
    return 'rejection' in shown ? this.orUnknown(tenant, shown) : shown;
  }

  /** The last checkpoint first; those `below` a size, to go on from where a page ended. */
  checkpoints(
    tenant: string,
    page: { readonly below?: number; readonly limit: number },
  ): Promise<readonly StoredCheckpoint[]> {
    return listCheckpoints(this.manager, tenant, page);
  }

  /** The hashes of a tile, or the envelopes of a bundle, as C2SP tlog-tiles has them. */
  async tile(tenant: string, { level, index, width }: Tile): Promise<Shown<Uint8Array> | null> {
    const { size } = await readNotarised(this.manager, tenant);
    const hashTile = { level: level === 'entries' ? 0 : level, index, width };
    if (hashCount(size, hashTile.level) < index * tileWidth + width) return null;
    const content = (await readTiles(this.manager, tenant, [hashTile]))(hashTile);
    if (level !== 'entries') return { answer: content };
    const leaves = tileHashes(hashTile, content);
    const part = { from: index * tileWidth, leaves, contents: false };
    const shown = await eventsOf(this.manager, this.store, tenant, part);
    if ('rejection' in shown) return shown;
    return { answer: entryBundle(shown.answer.map(({ envelope }) => Buffer.from(envelope))) };
  }

  /** Under the checkpoint of that size, or the last one. */
  async inclusion(tenant: string, eventId: string, size?: number): Promise<Shown<ProvedInclusion> | null> {
    const index = await indexOf(this.manager, tenant, eventId);
    if (index === null) return this.withoutLeaf(tenant, eventId);
    const found = await findCheckpoint(this.manager, tenant, size);
    if ('rejection' in found) return found;
    const checkpoint = found.answer;
    if (index >= checkpoint.size) return this.withoutProof(tenant, index, size);
    const { leaf, proof } = await inclusionIn(this.manager, tenant, index, checkpoint.size);
    const part = { from: index, leaves: [leaf], contents: true };
    const shown = await eventsOf(this.manager, this.store, tenant, part);
    if ('rejection' in shown) return shown;
    const [event] = shown.answer;
    return event ? { answer: { event, index, proof, checkpoint } } : null;
  }

  /** Up to the last checkpoint where `to` is left out. */
  async consistency(tenant: string, from: number, to?: number): Promise<Shown<ProvedConsistency> | null> {
    const log = await readNotarised(this.manager, tenant);
    const upTo = to ?? log.signedSize;
    if (from > upTo && to !== undefined) {
      return { rejection: { code: 'sizes-out-of-order', facts: { from, to } } };
    }
    const isSigned = log.signedSize > 0 && Math.max(from, upTo) <= log.signedSize;
    if (!isSigned) return this.orUnknown(tenant, notYet(log));
    const proof = await consistencyFrom(this.manager, tenant, from, upTo);
    return { answer: { from, to: upTo, proof } };
  }

  /** Nobody notarises a municipality of which nothing is recorded. */
  private async orUnknown(tenant: string, notShown: NotShown): Promise<NotShown | null> {
    const { code, facts } = notShown.rejection;
    if (code !== 'not-notarised-yet' || facts.size > 0) return notShown;
    return (await this.store.heads()).some((head) => head.tenant === tenant) ? notShown : null;
  }

  private async withoutLeaf(tenant: string, eventId: string): Promise<NotShown | null> {
    if ((await this.store.findEvent(tenant, eventId)) === null) return null;
    return notYet(await readNotarised(this.manager, tenant));
  }

  /** The checkpoint was asked for by its size, or it is the last one. */
  private async withoutProof(tenant: string, index: number, size: number | undefined): Promise<NotShown> {
    if (size === undefined) return notYet(await readNotarised(this.manager, tenant));
    return { rejection: { code: 'event-beyond-size', facts: { index, size } } };
  }
}
