import { accept, reject, type Decision } from '#libs/kernel';
import { decisionOf, decisionUnknown } from '../committee-year/paragraphs.js';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionsEvent } from '../contract/index.js';
import { noticeWarnings } from './notice-warnings.js';
import { objectionToNotice, takesDown, type PublishNotice } from './notice-rules.js';

export function publishNotice(
  command: PublishNotice,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const decision = decisionOf(state, command);
  if (!decision) return reject(decisionUnknown(command, state));
  const objection = objectionToNotice(command, decision);
  if (objection) return reject(objection);
  const warnings = noticeWarnings(command, decision);
  if (takesDown(command, decision)) return accept(takenDown(command), warnings);
  return accept([putUp(command), ...takenDown(command)], warnings);
}

function putUp({ date, paragraph, publishedOn }: PublishNotice): DecisionsEvent {
  return {
    type: 'NoticePublished',
    data: { date, paragraph },
    basis: { kind: 'report', effectiveOn: publishedOn },
  };
}

function takenDown({ date, paragraph, removedOn }: PublishNotice): readonly DecisionsEvent[] {
  if (removedOn === null) return [];
  return [
    { type: 'NoticeRemoved', data: { date, paragraph }, basis: { kind: 'report', effectiveOn: removedOn } },
  ];
}
