import type { EventStore } from '#libs/event-store';
import { partialTiles, type Tree } from '#libs/proof';
import type { EntityManager } from 'typeorm';
import { grownTree } from './grown-tree.js';
import { readStreamHeads, writeLeaves, writeStreamHeads } from './leaves.adapter.js';
import { lockUnmoved, writeNotarised } from './log-state.adapter.js';
import type { NotarisedLog, StoredCheckpoint } from './notarised-log.js';
import { pageEvents, type PageEvent } from './page-events.js';
import { readBehind } from './read-behind.adapter.js';
import { signTree } from './sign-tree.adapter.js';
import type { NotarySigner } from './signer.js';
import { continuedStreams } from './stream-heads.js';
import { readTiles, writeTiles } from './tiles.adapter.js';

/** What a page of a log came to. */
export interface NotarisedPage {
  /** Whether the log has been signed, or has grown. */
  readonly advanced: boolean;
  /** True where the log had no more when the page was read. */
  readonly atEnd: boolean;
  readonly checkpoint: StoredCheckpoint | null;
}

/** A log as it was read, and what is to be added to it. */
export interface PageWork {
  readonly log: NotarisedLog;
  readonly events: readonly PageEvent[];
  readonly atEnd: boolean;
}

/** Reads the page behind the last notarised event. Throws AlarmError where that one is not what it was. */
export async function readPage(store: EventStore, log: NotarisedLog, pageSize: number): Promise<PageWork> {
  const { tenant, size, beforeLast } = log;
  const after = beforeLast ?? undefined;
  const limit = size === 0 ? pageSize : pageSize + 1;
  const { events, atEnd } = await readBehind(store, tenant, { after, limit, contents: false });
  return { log, events: pageEvents(log, events), atEnd };
}

export interface PageMeans {
  readonly signer: NotarySigner;
  readonly signedAt: Date;
  /** Whether a log that stands so is to be signed. */
  readonly isDue: (log: NotarisedLog) => boolean;
}

/**
 * Adds a page to the tree and signs it where that is due: in one transaction, so all of it or nothing. Null where
 * somebody else has gone on with the log since it was read. Throws AlarmError where an event does not fit.
 */
export async function notarisePage(
  manager: EntityManager,
  { log: read, events, atEnd }: PageWork,
  { signer, signedAt, isDue }: PageMeans,
): Promise<NotarisedPage | null> {
  return manager.transaction(async (transaction) => {
    const locked = await lockUnmoved(transaction, read);
    if (!locked) return null;
    const [log, tree] = await addToTree(transaction, locked, events);
    const checkpoint = isDue(log) ? await signTree(transaction, log, tree, signer, signedAt) : null;
    const signed = { signedSize: log.size, signedAt, verifierKey: signer.verifierKey(log.tenant) };
    await writeNotarised(transaction, checkpoint ? { ...log, ...signed } : log);
    return { advanced: events.length > 0 || checkpoint !== null, atEnd, checkpoint };
  });
}

async function addToTree(
  manager: EntityManager,
  log: NotarisedLog,
  events: readonly PageEvent[],
): Promise<[NotarisedLog, Tree]> {
  const { tenant, size } = log;
  const leaves = events.map(({ leaf }) => leaf);
  const tree = grownTree(size, await readTiles(manager, tenant, partialTiles(size)), leaves);
  if (events.length === 0) return [log, tree];
  const streams = continuedStreams(events, await readStreamHeads(manager, tenant, events));
  await writeLeaves(manager, tenant, events);
  await writeStreamHeads(manager, tenant, streams);
  await writeTiles(manager, tenant, tree.tiles);
  return [behind(log, events), tree];
}

function behind(log: NotarisedLog, events: readonly PageEvent[]): NotarisedLog {
  const [before, last] = [events.at(-2), events.at(-1)];
  return {
    ...log,
    size: log.size + events.length,
    lastPosition: last?.position ?? log.lastPosition,
    lastLeaf: last?.leaf ?? log.lastLeaf,
    beforeLast: before ? before.position : log.lastPosition,
  };
}
