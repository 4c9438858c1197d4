import type { ExplainedChange, ItemStep } from '#libs/audit';
import { compareText, type ItemChange } from '#libs/kernel';

/** An event, and what it changed of that which differs. */
export interface FactOfChanges extends Pick<ItemStep, 'event' | 'sentence'> {
  readonly changes: readonly ItemChange[];
}

/** The events behind changes, each once: in the order in which they hold, and of one day as they were recorded. */
export function factsOf(changes: readonly ExplainedChange[]): readonly FactOfChanges[] {
  const steps = changes.flatMap(({ path, label, steps: own }) =>
    own.map(({ event, sentence, from, to }) => ({ event, sentence, change: { path, label, from, to } })),
  );
  return [...Map.groupBy(steps, ({ event }) => event.id).values()]
    .flatMap((some) => {
      const facts = some.slice(0, 1);
      return facts.map(({ event, sentence }) => ({
        event,
        sentence,
        changes: some.map(({ change }) => change),
      }));
    })
    .toSorted((a, b) => inOrder(a.event, b.event));
}

function inOrder(a: ItemStep['event'], b: ItemStep['event']): number {
  return (
    compareText(a.effectiveOn, b.effectiveOn) ||
    compareText(a.recordedAt, b.recordedAt) ||
    a.revision - b.revision
  );
}
