import {
  isFactCited,
  parseStreamId,
  parseStreamName,
  type DocSelection,
  type Instant,
  type PlainDate,
  type Projection,
  type Recorded,
  type StreamSelector,
} from '#libs/kernel';

/** A fact recorded without a paragraph, that no later fact has cited yet. */
export interface UncitedFactDoc {
  /** Its place in its stream: what a fact that cites it names. */
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly reason: string;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Instant;
}

/** The uncited facts of one stream. */
export interface UncitedStreamDoc {
  /** Without the municipality: `budget-SN.2023`. */
  readonly stream: string;
  readonly committee: string | null;
  readonly open: readonly UncitedFactDoc[];
}

/**
 * What stands without a paragraph, in whatever contexts: a document for every stream that ever held such a fact.
 * Knows the kernel's `uncited` basis and `FactCited`, and no event type of any context.
 */
export function uncitedFacts(contexts: readonly string[]): Projection<UncitedStreamDoc> {
  return {
    name: 'uncited-facts',
    version: 1,
    contexts,
    keysOf: (event) =>
      event.basis.kind === 'uncited' || isFactCited(event) ? [parseStreamId(event.record.stream).name] : [],
    initial: (stream) => ({ stream, committee: parseStreamName(stream).committee, open: [] }),
    evolve: (doc, event) => ({ ...doc, open: evolve(doc.open, event) }),
    index: ({ stream, committee }) => ({ committee, year: null, sortKey: stream }),
    sources: (selection) => sources(contexts, selection),
  };
}

function evolve(open: readonly UncitedFactDoc[], event: Recorded): readonly UncitedFactDoc[] {
  const { type, basis, record } = event;
  if (isFactCited(event)) {
    const cited = event.data.revision;
    return open.filter(({ revision }) => revision !== cited);
  }
  if (basis.kind !== 'uncited') return open;
  const { reason, effectiveOn } = basis;
  const { revision, id: eventId, recordedAt } = record;
  return [...open, { revision, eventId, type, reason, effectiveOn, recordedAt }];
}

function sources(contexts: readonly string[], { key, committee }: DocSelection): readonly StreamSelector[] {
  if (key !== undefined) return [{ stream: key }];
  if (committee !== undefined) return contexts.map((context) => ({ prefix: `${context}-${committee}.` }));
  return contexts.flatMap((context) => [{ prefix: `${context}-` }, { prefix: `${context}.` }]);
}
