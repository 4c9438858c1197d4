import type { Position } from '#libs/event-store';

/** How far one generation of a read model has folded one municipality's log. */
export interface Checkpoint {
  /** The name of the read model. */
  readonly processor: string;
  readonly generation: number;
  readonly tenant: string;
  /** Everything up to here is folded; null before the first event. */
  readonly position: Position | null;
  /** How many events of the log that were. */
  readonly events: number;
  /** The runner that moved it last; null once it has stopped in good order. */
  readonly owner: string | null;
  /** Counts changes of owner and retries, so that who was overtaken notices even at the same position. */
  readonly epoch: number;
  readonly status: 'running' | 'halted';
}

/** An event that a read model could not take in. The read model stands before it until somebody retries. */
export interface DeadLetter {
  readonly processor: string;
  readonly generation: number;
  readonly tenant: string;
  readonly position: Position;
  readonly eventId: string;
  readonly eventType: string;
  readonly stream: string;
  readonly error: string;
  /** How many times it was tried, over all retries. */
  readonly attempts: number;
  readonly state: 'halted' | 'retried';
  readonly occurredAt: Date;
}

/** Which generation of a read model serves, and which one is being built beside it. */
export interface RegistryEntry {
  readonly name: string;
  readonly servingGeneration: number | null;
  /** The projection's version when that generation was built. */
  readonly servingVersion: number | null;
  readonly buildingGeneration: number | null;
  readonly buildingVersion: number | null;
  readonly lastGeneration: number;
}
