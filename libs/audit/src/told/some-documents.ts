import type { AnyTeller, Recorded, Teller } from '#libs/kernel';
import { reads } from '#libs/read-model';

/** The same teller, of those documents only whose keys are wanted. */
export function ofDocuments(teller: AnyTeller, isWanted: (key: string) => boolean): Teller<unknown> {
  const { projection, ...words } = teller as Teller<unknown>;
  const keysOf = (event: Recorded) => projection.keysOf(event).filter(isWanted);
  return { ...words, projection: { ...projection, keysOf } };
}

/** Of one committee's documents; of those of the whole municipality where it is null. */
export function ofCommittee(teller: AnyTeller, committee: string | null): Teller<unknown> {
  const { projection } = teller as Teller<unknown>;
  return ofDocuments(teller, (key) => projection.index(projection.initial(key)).committee === committee);
}

/** Whether a document of any of the tellers takes the event in. One that is erased says nothing to anybody. */
export function concerns(tellers: readonly Teller<unknown>[], event: Recorded): boolean {
  if (event.record.erased) return false;
  return tellers.some(({ projection }) => reads(projection, event) && projection.keysOf(event).length > 0);
}
