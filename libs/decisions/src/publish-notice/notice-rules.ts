import { firstObjection, latest, type PlainDate, type Rule } from '#libs/kernel';
import { isRemovedEarly } from '../committee-year/legal-force.js';
import { citationOfParagraph, type CommitteeParagraph } from '../committee-year/paragraphs.js';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { MinutedDecision } from '../committee-year/state.js';

/** The approval was announced on the notice board, and perhaps the notice taken down again. */
export interface PublishNotice extends CommitteeParagraph {
  readonly publishedOn: PlainDate;
  /** Null while the notice stands; may be told afterwards, by the same command with the same `publishedOn`. */
  readonly removedOn: PlainDate | null;
  /** Today's date in Sweden. */
  readonly today: PlainDate;
}

type NoticeRule = Rule<PublishNotice, MinutedDecision, DecisionsRejection>;

/** Whether the command tells when the notice that stands was taken down. */
export function takesDown({ publishedOn, removedOn }: PublishNotice, { notices }: MinutedDecision): boolean {
  const standing = notices.at(-1);
  return removedOn !== null && standing?.removedOn === null && standing.publishedOn === publishedOn;
}

const theMinutesAreApproved: NoticeRule = (command, { minutesApprovedOn }) =>
  minutesApprovedOn === null
    ? { code: 'minutes-not-approved', facts: { citation: citationOfParagraph(command) } }
    : null;

const theNoticeFollowsTheApproval: NoticeRule = (command, { minutesApprovedOn }) => {
  const { publishedOn } = command;
  if (minutesApprovedOn === null || publishedOn >= minutesApprovedOn) return null;
  const facts = { citation: citationOfParagraph(command), publishedOn, approvedOn: minutesApprovedOn };
  return { code: 'notice-before-approval', facts };
};

const theRemovalFollowsTheNotice: NoticeRule = (command) => {
  const { publishedOn, removedOn } = command;
  if (removedOn === null || removedOn >= publishedOn) return null;
  const facts = { citation: citationOfParagraph(command), publishedOn, removedOn };
  return { code: 'notice-removed-before-published', facts };
};

const nothingIsDatedInTheFuture: NoticeRule = (command) => {
  const { publishedOn, removedOn, today } = command;
  const date = latest(publishedOn, removedOn ?? publishedOn);
  return date > today
    ? { code: 'dated-in-the-future', facts: { citation: citationOfParagraph(command), date, today } }
    : null;
};

/** One notice is enough, unless it was taken down early: then it may be put up anew. */
const noOtherNoticeCounts: NoticeRule = (command, decision) => {
  const last = decision.notices.at(-1);
  if (!last || takesDown(command, decision)) return null;
  if (isRemovedEarly(last) && command.publishedOn >= (last.removedOn ?? '')) return null;
  return { code: 'notice-already-published', facts: { citation: citationOfParagraph(command), ...last } };
};

const rules = [
  theMinutesAreApproved,
  theNoticeFollowsTheApproval,
  theRemovalFollowsTheNotice,
  nothingIsDatedInTheFuture,
  noOtherNoticeCounts,
];

export function objectionToNotice(
  command: PublishNotice,
  decision: MinutedDecision,
): DecisionsRejection | null {
  return firstObjection(rules, command, decision);
}
