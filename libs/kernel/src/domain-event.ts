import type { Basis } from './basis.js';
import type { Instant } from './plain-date.js';

/** A fact: what happened, and what it rests on. Plain data, never changed once recorded. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly basis: Basis;
}

/** Who acts: a pseudonymous id, in a role, for a committee (null: for the municipality). Never a name. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly committee: string | null;
}

/** Where, when and by whom an event was recorded. */
export interface EventRecord {
  /** UUID derived from the command id, so that a retried command meets its own events. */
  readonly id: string;
  readonly schemaVersion: number;
  /** `{municipality}:{context}-{committee}.{key}` */
  readonly stream: string;
  /** Zero-based place in the stream. */
  readonly revision: number;
  /** Place in the municipality's log: opaque text, ordered only by the store that gave it. */
  readonly position: string;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** Present where a decision has destroyed what was recorded (gallring): the data is null then. */
  readonly erased?: true;
}

export type Recorded<E extends DomainEvent = DomainEvent> = E & { readonly record: EventRecord };

/** Ends an exhaustive switch over event types: a stored event that the code does not know stops loudly. */
export function unknownEvent(event: never): never {
  throw new UnknownEventError((event as DomainEvent).type);
}

export class UnknownEventError extends Error {
  constructor(readonly eventType: string) {
    super(`The log holds an event of the type "${eventType}", which this version does not know.`);
    this.name = 'UnknownEventError';
  }
}
