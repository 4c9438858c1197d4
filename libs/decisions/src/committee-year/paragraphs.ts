import { printCitation } from '#libs/kernel';
import type { ParagraphRef } from '../contract/index.js';
import type { DecisionsRejection } from './rejections.js';
import type { CommitteeYearState, MinutedDecision } from './state.js';

/** A paragraph of a committee that a command is about. */
export interface CommitteeParagraph extends ParagraphRef {
  readonly committee: string;
}

/** `SN 2023-09-19, § 46` */
export function citationOfParagraph({ committee, date, paragraph }: CommitteeParagraph): string {
  return printCitation({ body: committee, date, paragraph });
}

/** The registered paragraph, or null where there is none of that number and date. */
export function decisionOf(
  { decisions }: CommitteeYearState,
  { date, paragraph }: ParagraphRef,
): MinutedDecision | null {
  return decisions.find((decision) => decision.paragraph === paragraph && decision.date === date) ?? null;
}

/** The paragraph is not registered; told with the one of the same number, where there is one of another date. */
export function decisionUnknown(
  paragraph: CommitteeParagraph,
  { decisions }: CommitteeYearState,
): Extract<DecisionsRejection, { code: 'decision-unknown' }> {
  const other = decisions.find((decision) => decision.paragraph === paragraph.paragraph);
  const registeredAs = other ? citationOfParagraph({ ...paragraph, date: other.date }) : null;
  return { code: 'decision-unknown', facts: { citation: citationOfParagraph(paragraph), registeredAs } };
}
