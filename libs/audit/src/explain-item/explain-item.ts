import type { Item } from '#libs/kernel';
import type { ExplanationRejection } from '../told/rejections.js';
import { stepsOf, tellFacts } from '../told/tell-facts.js';
import type { ItemStep, ToldFact } from '../told/told-fact.js';
import { itemsAfter, type ToldLog } from '../told/told-log.js';
import { isAtOrBelow, nearPaths } from './near-paths.js';

export interface ItemExplained {
  readonly path: string;
  /** Null where it holds no longer, or where the path is only the beginning of others. */
  readonly item: Item | null;
  /** What made it so, one after the other, each from where the one before left it. */
  readonly steps: readonly ItemStep[];
  /** What has been erased in the streams of these: nobody can tell what it did. */
  readonly erased: readonly ToldFact[];
  /** What stands below the path. */
  readonly below: readonly Item[];
}

/** How something came to be as it is after the events of the log. */
export function explainItem(
  log: ToldLog,
  path: string,
): { readonly explained: ItemExplained } | { readonly rejection: ExplanationRejection } {
  const [items, facts] = [itemsAfter(log), tellFacts(log)];
  const steps = stepsOf(path, facts);
  const found = items.filter((item) => isAtOrBelow(item.path, path));
  if (steps.length === 0 && found.length === 0) {
    const known = [...items, ...facts.flatMap(({ changes }) => changes)].map((each) => each.path);
    return { rejection: { code: 'item-unknown', facts: { path, near: nearPaths(path, known) } } };
  }
  const item = found.find((each) => each.path === path) ?? null;
  const below = found.filter((each) => each.path !== path);
  return { explained: { path, item, steps, erased: erasedBeside(steps, facts, log), below } };
}

function erasedBeside(
  steps: readonly ItemStep[],
  facts: readonly ToldFact[],
  { events }: ToldLog,
): readonly ToldFact[] {
  const streams = new Set(steps.map(({ event }) => event.stream));
  const erased = new Set(events.filter(({ record }) => record.erased).map(({ record }) => record.id));
  return facts.filter(({ event }) => erased.has(event.id) && streams.has(event.stream));
}
