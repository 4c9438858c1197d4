import { accept, reject, type Decision, type PlainDate } from '#libs/kernel';
import { lastDayOfApproval } from '../committee-year/deadlines.js';
import {
  citationOfParagraph,
  decisionOf,
  decisionUnknown,
  type CommitteeParagraph,
} from '../committee-year/paragraphs.js';
import type { DecisionsRejection, DecisionsWarning } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionsEvent } from '../contract/index.js';

/** The minutes of the paragraph were approved (justerade). */
export interface ApproveMinutes extends CommitteeParagraph {
  readonly approvedOn: PlainDate;
  /** Today's date in Sweden. */
  readonly today: PlainDate;
}

export function approveMinutes(
  command: ApproveMinutes,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const objection = objectionTo(command, state);
  if (objection) return reject(objection);
  const { date, paragraph, approvedOn } = command;
  const basis = { kind: 'report', effectiveOn: approvedOn } as const;
  return accept([{ type: 'MinutesApproved', data: { date, paragraph }, basis }], lateApproval(command));
}

function objectionTo(command: ApproveMinutes, state: CommitteeYearState): DecisionsRejection | null {
  const decision = decisionOf(state, command);
  if (!decision) return decisionUnknown(command, state);
  const { date, approvedOn, today } = command;
  const { minutesApprovedOn } = decision;
  const citation = citationOfParagraph(command);
  if (approvedOn < date) return { code: 'approved-before-meeting', facts: { citation, approvedOn } };
  if (approvedOn > today) {
    return { code: 'dated-in-the-future', facts: { citation, date: approvedOn, today } };
  }
  if (minutesApprovedOn === null) return null;
  return { code: 'minutes-already-approved', facts: { citation, approvedOn: minutesApprovedOn } };
}

function lateApproval(command: ApproveMinutes): readonly DecisionsWarning[] {
  const { approvedOn } = command;
  const lastDay = lastDayOfApproval(command.date);
  if (approvedOn <= lastDay) return [];
  return [
    { code: 'minutes-approved-late', facts: { citation: citationOfParagraph(command), approvedOn, lastDay } },
  ];
}
