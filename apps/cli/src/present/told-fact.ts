import type { EventAtItsPlace, RestsOn, ToldFact } from '#libs/audit';
import type { ItemChange, PrintedUnit } from '#libs/kernel';
import { changeLines } from './changes.js';
import { wrap } from './table.js';

const indent = ' '.repeat(12);
/** What stands below a fact. */
export const deeper = ' '.repeat(14);

/** What is shown of a fact. */
export type ShownFact = Pick<ToldFact, 'event' | 'sentence'> & Partial<Pick<ToldFact, 'cites'>>;

/** A fact: from when it holds and what was done; on what ground, by whom and when recorded; and what it changed. */
export function factLines(
  fact: ShownFact,
  changes: readonly ItemChange[],
  unit: PrintedUnit,
  asked?: string,
): readonly string[] {
  return [...sentenceLines(fact, asked), ...changeLines(changes, unit, deeper)];
}

/** `asked`: a paragraph that is told already, as all of it is about that. */
export function sentenceLines({ event, sentence, cites }: ShownFact, asked?: string): readonly string[] {
  const [first = '', ...others] = wrap(sentence ?? `${event.type}.`, indent);
  const cited = cites ? `Det gällde ${cites.event.effectiveOn}: ${cites.sentence ?? cites.event.type}` : null;
  return [
    `${event.effectiveOn}  ${first.trimStart()}`,
    ...others,
    ...(cited === null ? [] : wrap(cited, indent)),
    ...wrap(recordedLine(event, asked), indent),
  ];
}

function recordedLine(event: EventAtItsPlace, asked?: string): string {
  const ground = groundText(event.restsOn);
  const shown = ground === null || ground === asked ? '' : `${ground}. `;
  return `${shown}Registrerat ${whenAndWho(event)}.`;
}

/** When it was said under which paragraph a fact was decided, and by whom. */
export function saidLaterLines(saidBy: EventAtItsPlace): readonly string[] {
  return wrap(`Paragrafen angavs ${whenAndWho(saidBy)}.`, indent);
}

function whenAndWho({ recordedAt, actor }: EventAtItsPlace): string {
  return `${recordedAt.slice(0, 16).replace('T', ' ')} UTC av ${actor.id} (${actor.role})`;
}

/** Null where no paragraph is expected. */
function groundText({ citation, isCitedLater, uncitedReason }: RestsOn): string | null {
  if (citation !== null) return isCitedLater ? `${citation}, angiven i efterhand` : citation;
  return uncitedReason === null ? null : `Paragraf saknas: ${uncitedReason.replace(/[.!?]+$/, '')}`;
}
