import { parseStreamId, parseStreamName, type Recorded, type Teller } from '#libs/kernel';
import { reads } from '#libs/read-model';
import { tellFacts } from '../told/tell-facts.js';
import type { EventAtItsPlace, ToldFact } from '../told/told-fact.js';
import type { ToldLog } from '../told/told-log.js';

/** What rests on the paragraph in one context of one committee, or of the municipality where that is null. */
export interface RestingGroup {
  readonly context: string;
  readonly committee: string | null;
  readonly facts: readonly ToldFact[];
}

/** A fact that got the paragraph afterwards, and the event that said so. */
export interface LaterCited {
  readonly fact: ToldFact;
  readonly saidBy: EventAtItsPlace;
}

export interface ParagraphExplained {
  /** `SN 2023-09-19, § 46` */
  readonly citation: string;
  /** The paragraph's own life: what was registered of it, corrected, approved and published. */
  readonly decision: readonly ToldFact[];
  /** In the order in which the log first has something of each. */
  readonly groups: readonly RestingGroup[];
  readonly citedLater: readonly LaterCited[];
}

/**
 * What rests on a paragraph, told on top of all that came before each fact.
 * @param log everything of the documents that the facts concern
 */
export function explainParagraph(
  citation: string,
  log: ToldLog,
  restingIds: ReadonlySet<string>,
): ParagraphExplained {
  const facts = tellFacts(log);
  const byId = new Map(facts.map((fact) => [fact.event.id, fact]));
  const own = new Set(
    log.events.filter((event) => isOf(citation, log.tellers, event)).map(({ record }) => record.id),
  );
  const resting = facts.filter(({ event }) => restingIds.has(event.id) && !own.has(event.id));
  return {
    citation,
    decision: facts.filter(({ event }) => own.has(event.id)),
    groups: groupsOf(resting.filter(({ cites }) => cites === null)),
    citedLater: resting.flatMap(({ event: saidBy, cites }) => {
      const fact = byId.get(cites?.event.id ?? '');
      return fact ? [{ fact, saidBy }] : [];
    }),
  };
}

/** Whether the event is about the paragraph itself: a view that has a document for each has it by its citation. */
function isOf(citation: string, tellers: readonly Teller<unknown>[], event: Recorded): boolean {
  if (event.record.erased) return false;
  return tellers.some(
    ({ projection }) => reads(projection, event) && projection.keysOf(event).includes(citation),
  );
}

function groupsOf(facts: readonly ToldFact[]): readonly RestingGroup[] {
  const placed = facts.map((fact) => ({ fact, ...parseStreamName(parseStreamId(fact.event.stream).name) }));
  const groups = Map.groupBy(placed, ({ context, committee }) => `${context}-${committee ?? ''}`);
  return [...groups.values()].flatMap((some) =>
    some
      .slice(0, 1)
      .map(({ context, committee }) => ({ context, committee, facts: some.map(({ fact }) => fact) })),
  );
}
