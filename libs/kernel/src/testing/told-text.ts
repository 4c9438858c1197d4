import type { Recorded } from '../domain-event.js';
import { tellExactly } from '../swedish-words.js';
import { tellEvents } from '../tell-events.js';
import type { AnyTeller, ItemValue } from '../telling.js';

/**
 * The events in words, for golden samples: each with what it changed, where that stands and what it is called.
 * `budgets/2025/netCost (budget 2025, verksamhetens nettokostnader): – → -256 303 tkr`
 */
export function toldText(tellers: readonly AnyTeller[], events: Iterable<Recorded>): string {
  const told = tellEvents(tellers, events).map(({ event, sentence, changes }) =>
    [
      `${event.basis.effectiveOn} ${sentence ?? event.type}`,
      ...changes.map(({ path, label, from, to }) => `  ${path} (${label}): ${print(from)} → ${print(to)}`),
    ].join('\n'),
  );
  return `${told.join('\n\n')}\n`;
}

function print(value: ItemValue | null): string {
  if (value === null) return '–';
  if (value.kind === 'words') return value.words;
  return tellExactly(value.amountOre) + (value.as === undefined ? '' : ` (${value.as})`);
}
