import { citationOfParagraph, type CommitteeParagraph } from '../committee-year/paragraphs.js';
import type { DecisionsWarning } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';

/** What is unusual about a new paragraph: a date off the calendar, numbers left out before it. */
export function unusual(
  paragraph: CommitteeParagraph,
  state: CommitteeYearState,
): readonly DecisionsWarning[] {
  return [dateOffTheCalendar(paragraph, state), paragraphGap(paragraph, state)].filter(
    (found) => found !== null,
  );
}

/** Only a year that has a calendar can tell that a date is not in it. */
function dateOffTheCalendar(
  paragraph: CommitteeParagraph,
  { meetings }: CommitteeYearState,
): DecisionsWarning | null {
  const { date } = paragraph;
  if (meetings.length === 0 || meetings.some((meeting) => meeting.date === date)) return null;
  const nearest = [
    meetings.findLast((meeting) => meeting.date < date),
    meetings.find((meeting) => meeting.date > date),
  ];
  const calendar = nearest.flatMap((meeting) => (meeting ? [meeting.date] : []));
  return { code: 'date-off-the-calendar', facts: { citation: citationOfParagraph(paragraph), calendar } };
}

function paragraphGap(
  paragraph: CommitteeParagraph,
  { decisions }: CommitteeYearState,
): DecisionsWarning | null {
  const before = decisions.findLast((other) => other.paragraph < paragraph.paragraph)?.paragraph ?? 0;
  const [missingFrom, missingTo] = [before + 1, paragraph.paragraph - 1];
  if (missingFrom > missingTo) return null;
  return {
    code: 'paragraph-gap',
    facts: { citation: citationOfParagraph(paragraph), missingFrom, missingTo },
  };
}
