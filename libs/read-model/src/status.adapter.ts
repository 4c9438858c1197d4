import type { EventStore, LogHead, Position } from '#libs/event-store';
import type { Instant } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from './catalogue.js';
import type { Checkpoint, DeadLetter, RegistryEntry } from './checkpoint.js';
import { checkpointEntity } from './checkpoint.entity.js';
import { deadLetterEntity } from './dead-letter.entity.js';
import { registryEntity } from './registry.entity.js';
import { isBehind } from './standing.js';
import type { Troubles } from './troubles.adapter.js';

export interface ReadModelStatus {
  readonly name: string;
  /** The version of the projection in this process. */
  readonly version: number;
  /** What serves, and by which version it was built; null before the first build. */
  readonly serving: { readonly generation: number; readonly version: number } | null;
  /** What is being built beside it, and how many events that has folded. */
  readonly building: {
    readonly generation: number;
    readonly version: number;
    readonly events: number;
  } | null;
  readonly municipalities: readonly MunicipalityStatus[];
}

export interface MunicipalityStatus {
  readonly tenant: string;
  readonly head: Position;
  readonly position: Position | null;
  /** When the first event that is not folded yet was recorded; null where all are. */
  readonly behindSince: Instant | null;
  /** The event at which the read model stands still until `retry`. */
  readonly halted: DeadLetter | null;
  /** The outage that this process met last, as long as it is behind. */
  readonly outage: string | null;
}

interface Means {
  readonly store: EventStore;
  readonly manager: EntityManager;
  readonly catalogue: Catalogue;
  readonly troubles: Troubles;
}

/** How every read model stands in every municipality that has events. */
export async function statusOf(means: Means): Promise<ReadModelStatus[]> {
  const { store, manager, catalogue } = means;
  const [heads, entries, checkpoints, letters] = await Promise.all([
    store.heads(),
    manager.find(registryEntity),
    manager.find(checkpointEntity),
    manager.find(deadLetterEntity, { where: { state: 'halted' } }),
  ]);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return Promise.all(
    catalogue.all.map(async ({ name, version }) => {
      const entry = byName.get(name);
      const of = (generation: number | null | undefined) =>
        checkpoints.filter(({ processor, ...c }) => processor === name && c.generation === generation);
      const serving = of(entry?.servingGeneration);
      return {
        name,
        version,
        ...generationsOf(entry, of(entry?.buildingGeneration)),
        municipalities: await Promise.all(
          heads.map((head) => municipality(means, name, head, serving, letters)),
        ),
      };
    }),
  );
}

function generationsOf(
  entry: RegistryEntry | undefined,
  building: readonly Checkpoint[],
): Pick<ReadModelStatus, 'serving' | 'building'> {
  const {
    servingGeneration = null,
    servingVersion = null,
    buildingGeneration = null,
    buildingVersion = null,
  } = entry ?? {};
  const events = building.reduce((sum, checkpoint) => sum + checkpoint.events, 0);
  return {
    serving:
      servingGeneration === null || servingVersion === null
        ? null
        : { generation: servingGeneration, version: servingVersion },
    building:
      buildingGeneration === null || buildingVersion === null
        ? null
        : { generation: buildingGeneration, version: buildingVersion, events },
  };
}

async function municipality(
  { store, troubles }: Means,
  name: string,
  { tenant, position: head }: LogHead,
  serving: readonly Checkpoint[],
  letters: readonly DeadLetter[],
): Promise<MunicipalityStatus> {
  const checkpoint = serving.find((candidate) => candidate.tenant === tenant);
  const position = checkpoint?.position ?? null;
  const behind = isBehind(checkpoint, head, (a, b) => store.comparePositions(a, b));
  const next = behind ? await store.readLog(tenant, { after: position ?? undefined, limit: 1 }) : null;
  const letter = letters.find(
    (candidate) =>
      candidate.processor === name &&
      candidate.tenant === tenant &&
      candidate.generation === checkpoint?.generation,
  );
  return {
    tenant,
    head,
    position,
    behindSince: next?.events[0]?.record.recordedAt ?? null,
    halted: checkpoint?.status === 'halted' ? (letter ?? null) : null,
    outage: behind ? (troubles.get(name, tenant)?.error ?? null) : null,
  };
}
