import { buffer } from 'node:stream/consumers';
import { sha256Hex } from '../hash.js';
import { bundleArchive, type BundleParts } from '../bundle/bundle-archive.js';
import type { EventTexts } from '../bundle/event-line.js';
import type { ReadModelHead } from '../bundle/head.js';
import { documentLine, type DocumentDigest } from '../bundle/document-line.js';
import { canonicalJson } from '../canonical-json.js';
import { signCheckpoint } from '../checkpoint.js';
import { dataHashOf, envelopeText, hashOfEnvelope, type Envelope } from '../envelope.js';
import { leafHash } from '../merkle.js';
import { TileBuilder } from '../tile-builder.js';
import { tilePath } from '../tile.js';
import { TreeHasher } from '../tree-hasher.js';
import { keyTypes, printVerifierKey, verifierKey } from '../verifier-key.js';
import { logKey } from './keys.js';

export const sampleOrigin = 'paragraf.local/alingsas';
export const sampleVerifierKey = printVerifierKey(verifierKey(sampleOrigin, keyTypes.ed25519, logKey));

/** A fact that is to be recorded in a {@link SampleLog}. */
export interface SampleFact {
  /** Without the municipality. */
  readonly stream?: string;
  readonly type?: string;
  readonly data?: unknown;
  readonly decision?: string | null;
  readonly id?: string;
  readonly recordedAt?: string;
}

/** A log in memory whose ids, salts and times are the same in every run. */
export class SampleLog {
  readonly events: EventTexts[] = [];
  private readonly ends = new Map<string, Pick<Envelope, 'revision' | 'prev'>>();

  constructor(readonly municipality = 'alingsas') {}

  /** Answers the event's id. */
  record({
    stream = 'budget-SN.2025',
    type = 'BudgetReallocated',
    data = {},
    ...fact
  }: SampleFact = {}): string {
    const serial = this.events.length + 1;
    const id = fact.id ?? `00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`;
    const decision = fact.decision ?? null;
    const salt = sha256Hex(`salt ${serial}`).slice(0, 32);
    const content = canonicalJson({ data, reason: null, requestHash: null, warnings: [] });
    const { revision, prev } = this.ends.get(stream) ?? { revision: 0, prev: null };
    const envelope = envelopeText({
      id,
      type,
      schema: 1,
      stream: `${this.municipality}:${stream}`,
      revision,
      prev,
      dataHash: dataHashOf(salt, content),
      committee: /-(\w+)\./.exec(stream)?.[1] ?? null,
      actor: { committee: null, id: 'test', role: 'controller' },
      effectiveOn: '2025-03-18',
      recordedAt: fact.recordedAt ?? new Date(Date.UTC(2025, 2, 19) + serial * 1_000).toISOString(),
      commandId: id,
      correlationId: id,
      causationId: null,
      basis: decision === null ? 'report' : 'decision',
      decision,
    });
    this.ends.set(stream, { revision: revision + 1, prev: hashOfEnvelope(envelope) });
    this.events.push({ envelope, content, salt });
    return id;
  }

  /** Decides to erase the events in these places, from 1. Answers the id of the decision's event. */
  decideToErase(places: readonly number[], decision: string | null = 'KS 2025-04-01, § 14'): string {
    const events = places.map((place) => {
      const { id, stream, revision, type } = JSON.parse(this.events[place - 1]!.envelope) as Envelope;
      return { id, stream, revision, type };
    });
    const data = { events, reason: 'Gallring' };
    return this.record({ stream: 'audit.erasures', type: 'EventsErased', data, decision });
  }

  /** Destroys the content of the event in that place, from 1. */
  erase(place: number): void {
    this.change(place, { content: null, salt: null });
  }

  /** Changes an event behind the log's back. */
  change(place: number, changed: Partial<EventTexts>): void {
    this.events[place - 1] = { ...this.events[place - 1]!, ...changed };
  }
}

/** A tree as a notary keeps it: tiles by their paths, and the signed root. */
export function notarised(events: readonly EventTexts[], { origin = sampleOrigin, key = logKey } = {}) {
  const tiles = new Map<string, Uint8Array>();
  const builder = new TileBuilder((tile, content) => void tiles.set(tilePath(tile), content));
  const hasher = new TreeHasher(builder.completed);
  for (const { envelope } of events) hasher.append(leafHash(envelope));
  for (const [tile, content] of builder.partial(hasher.size)) tiles.set(tilePath(tile), content);
  const checkpoint = signCheckpoint({ origin, size: hasher.size, root: hasher.root() }, key);
  return { size: hasher.size, tiles, checkpoint };
}

export interface SampleReadModel extends Partial<ReadModelHead> {
  readonly name: string;
  readonly documents: readonly DocumentDigest[];
}

/** What a bundle of the log is made of; parts of it may be exchanged before it is written. */
export function bundleParts(log: SampleLog, readModels: readonly SampleReadModel[] = []): BundleParts {
  const { size, tiles, checkpoint } = notarised(log.events);
  const heads = readModels.map(({ documents: _, ...head }) => ({
    version: 1,
    events: size,
    haltedAt: null,
    ...head,
  }));
  return {
    head: { v: 1, municipality: log.municipality, origin: sampleOrigin, size, readModels: heads },
    checkpoint,
    events: (async function* pages() {
      yield log.events;
    })(),
    tile: async (tile) => tiles.get(tilePath(tile)) ?? new Uint8Array(),
    documents: (name) => {
      const documents = readModels.find((readModel) => readModel.name === name)?.documents ?? [];
      return documents.map((document) => Buffer.from(`${documentLine(document)}\n`));
    },
  };
}

export async function bundleBytes(parts: BundleParts): Promise<Buffer> {
  return buffer(bundleArchive(parts));
}

/** The bytes in pieces of that length. */
export async function* pieces(bytes: Uint8Array, length = 1_000): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
