import type { ActionPlanHistoryAnswer, ToldEntry } from '#libs/action-plan';
import { wrap } from './table.js';

const indent = ' '.repeat(12);

/** A plan's history as a story: from when, what, and who recorded it when. */
export function planHistoryText({ title, citation, entries }: ActionPlanHistoryAnswer): string {
  const told = entries.flatMap((entry) => ['', ...entryLines(entry)]);
  const lines = told.length > 0 ? told : ['', 'Inget har hänt mellan datumen.'];
  return `${[...wrap(`${title} (${citation})`), ...lines].join('\n')}\n`;
}

function entryLines({ effectiveOn, sentence, recordedAt, actor }: ToldEntry): readonly string[] {
  const [first = '', ...others] = wrap(sentence, indent);
  const recorded = `${indent}Registrerat ${recordedAt.slice(0, 16).replace('T', ' ')} UTC av ${actor.id} (${actor.role}).`;
  return [`${effectiveOn}  ${first.trimStart()}`, ...others, recorded];
}
