import { isDeepStrictEqual } from 'node:util';
import type { EventStore } from '#libs/event-store';
import type { DocSelection, DomainEvent, Projection } from '#libs/kernel';
import { foldAsOf } from '../fold-as-of.js';

/**
 * The selections whose `sources` leave out a stream: what the log tells of them differs from the fold over all of it.
 * None, for a projection that is right about its sources. The log should have facts of every kind and some more
 * committees and years than one.
 */
export async function uncoveredSelections<Doc, E extends DomainEvent>(
  store: EventStore,
  projection: Projection<Doc, E>,
  tenant: string,
): Promise<DocSelection[]> {
  const everything: Projection<Doc, E> = { ...projection, sources: () => [{ prefix: '' }] };
  const docs = await foldAsOf(store, everything, tenant, {});
  const uncovered: DocSelection[] = [];
  for (const selection of selectionsOf(projection, docs)) {
    const expected = await foldAsOf(store, everything, tenant, selection);
    const told = await foldAsOf(store, projection, tenant, selection);
    if (!isDeepStrictEqual([...told], [...expected])) uncovered.push(selection);
  }
  return uncovered;
}

/** Every way in which somebody can ask for the documents; each once. */
function selectionsOf<Doc, E extends DomainEvent>(
  projection: Projection<Doc, E>,
  docs: ReadonlyMap<string, Doc>,
): DocSelection[] {
  const selections = [...docs].flatMap(([key, doc]): DocSelection[] => {
    const { committee, year } = projection.index(doc);
    const ofCommittee = committee === null ? {} : { committee };
    return [{ key }, ofCommittee, year === null ? ofCommittee : { ...ofCommittee, year }];
  });
  return [...new Map(selections.map((selection) => [JSON.stringify(selection), selection])).values()];
}
