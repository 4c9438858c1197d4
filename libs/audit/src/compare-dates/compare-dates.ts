import { itemChanges, withFullStop, type ItemChange, type PlainDate } from '#libs/kernel';
import { stepsOf, tellFacts } from '../told/tell-facts.js';
import type { ItemStep, ToldFact } from '../told/told-fact.js';
import { asOf, itemsAfter, type ToldLog } from '../told/told-log.js';
import { inOrderOfEffect } from './in-order-of-effect.js';
import { tellByDate } from './tell-by-date.js';

/** Something that differs between the dates. */
export interface ExplainedChange extends ItemChange {
  /** The events after the first date, up to and including the second, that changed it: in the order in which they hold. */
  readonly steps: readonly ItemStep[];
}

export interface DatesCompared {
  readonly changes: readonly ExplainedChange[];
  /** What happened in between and changed nothing that differs: nothing at all, or what was changed back again. */
  readonly others: readonly ToldFact[];
}

/** What differs between what held on two dates, by the fold that answers what held on each. `from` is no later. */
export function compareDates(log: ToldLog, from: PlainDate, to: PlainDate): DatesCompared {
  const [before, after] = [asOf(log, { asOf: from }), asOf(log, { asOf: to })];
  const facts = factsAfter(from, after);
  const changes = itemChanges(itemsAfter(before), itemsAfter(after)).map((change) => ({
    ...change,
    steps: stepsOf(change.path, facts),
  }));
  const shown = new Set(changes.flatMap(({ steps }) => steps.map(({ event }) => event.id)));
  return { changes, others: facts.filter(({ event }) => !shown.has(event.id)) };
}

/** In the order in which they hold, and told in it. */
function factsAfter(date: PlainDate, log: ToldLog): readonly ToldFact[] {
  const told = tellByDate(log, date);
  const facts = tellFacts(log)
    .filter(({ event }) => event.effectiveOn > date)
    .map((fact) => {
      const { sentence = null, changes = [] } = told.get(fact.event.id) ?? {};
      return { ...fact, changes, sentence: sentence === null ? fact.sentence : withFullStop(sentence) };
    });
  return inOrderOfEffect(facts, ({ event }) => event.effectiveOn);
}
