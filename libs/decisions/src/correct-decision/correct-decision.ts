import { accept, reject, type Decision, type PlainDate } from '#libs/kernel';
import {
  citationOfParagraph,
  decisionOf,
  decisionUnknown,
  type CommitteeParagraph,
} from '../committee-year/paragraphs.js';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionContent, DecisionsEvent } from '../contract/index.js';
import { sameValue } from './same-value.js';

/** What is registered of a paragraph was wrong. The former text is kept; date and number stay. */
export interface CorrectDecision extends CommitteeParagraph {
  /** What holds instead; what is not named stays. */
  readonly changes: Partial<DecisionContent>;
  readonly reason: string;
  /** From when the correction holds; from the decision itself where it is null. */
  readonly effectiveOn: PlainDate | null;
}

export function correctDecision(
  command: CorrectDecision,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const { date, paragraph, reason } = command;
  const decision = decisionOf(state, command);
  if (!decision) return reject(decisionUnknown(command, state));
  const effectiveOn = command.effectiveOn ?? date;
  const citation = citationOfParagraph(command);
  if (effectiveOn < date) {
    return reject({ code: 'correction-before-decision', facts: { citation, effectiveOn, decidedOn: date } });
  }
  const changes = whatDiffers(command.changes, decision.content);
  if (Object.keys(changes).length === 0) {
    return reject({ code: 'correction-changes-nothing', facts: { citation } });
  }
  const basis = { kind: 'decision', citation, effectiveOn } as const;
  return accept([{ type: 'DecisionCorrected', data: { date, paragraph, changes, reason }, basis }]);
}

/** Only what is another than what is registered, so that the history shows what changed. */
function whatDiffers(changes: Partial<DecisionContent>, content: DecisionContent): Partial<DecisionContent> {
  const differing = Object.entries(changes).filter(
    ([field, value]) => !sameValue(value, content[field as keyof DecisionContent]),
  );
  return Object.fromEntries(differing);
}
