import type { AnyTeller, Recorded, Teller } from '#libs/kernel';
import { reads } from '#libs/read-model';

/** The same teller, of those documents only whose keys are wanted. */
export function ofDocuments(teller: AnyTeller, isWanted: (key: string) => boolean): Teller<unknown> {
  const { projection, ...words } = teller as Teller<unknown>;
  const keysOf = (event: Recorded) => projection.keysOf(event).filter(isWanted);
  return { ...words, projection: { ...projection, keysOf } };
}

/**
 * The same teller, that has something to say of every document and items of one committee's alone: what happens to
 * two committees at once is perhaps told of the other one.
 */
export function withItemsOf(teller: AnyTeller, committee: string): Teller<unknown> {
  const { projection, tell, itemsOf } = teller as Teller<unknown>;
  const isOwn = (doc: unknown) => projection.index(doc).committee === committee;
  return { projection, tell, itemsOf: (doc) => (isOwn(doc) ? itemsOf(doc) : []) };
}

/** Whether a document of the committee takes the event in. One that is erased says nothing to anybody. */
export function concerns(committee: string, tellers: readonly Teller<unknown>[], event: Recorded): boolean {
  if (event.record.erased) return false;
  return tellers.some(({ projection }) => {
    const isOwn = (key: string) => projection.index(projection.initial(key)).committee === committee;
    return reads(projection, event) && projection.keysOf(event).some(isOwn);
  });
}
