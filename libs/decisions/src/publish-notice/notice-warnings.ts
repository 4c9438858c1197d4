import { lastDayOfAppeal, lastDayOfNotice } from '../committee-year/deadlines.js';
import { isRemovedEarly } from '../committee-year/legal-force.js';
import { citationOfParagraph } from '../committee-year/paragraphs.js';
import type { DecisionsWarning } from '../committee-year/rejections.js';
import type { MinutedDecision } from '../committee-year/state.js';
import type { PublishNotice } from './notice-rules.js';

export function noticeWarnings(
  command: PublishNotice,
  decision: MinutedDecision,
): readonly DecisionsWarning[] {
  return [late(command, decision), removedEarly(command)].filter((found) => found !== null);
}

/** Told when the first notice is put up; a later one is late of necessity. */
function late(
  command: PublishNotice,
  { minutesApprovedOn, notices }: MinutedDecision,
): DecisionsWarning | null {
  if (minutesApprovedOn === null || notices.length > 0) return null;
  const { publishedOn } = command;
  const lastDay = lastDayOfNotice(minutesApprovedOn);
  if (publishedOn <= lastDay) return null;
  return { code: 'notice-late', facts: { citation: citationOfParagraph(command), publishedOn, lastDay } };
}

function removedEarly(command: PublishNotice): DecisionsWarning | null {
  const { publishedOn, removedOn } = command;
  if (removedOn === null || !isRemovedEarly({ publishedOn, removedOn })) return null;
  const facts = { citation: citationOfParagraph(command), removedOn, lastDay: lastDayOfAppeal(publishedOn) };
  return { code: 'notice-removed-early', facts };
}
