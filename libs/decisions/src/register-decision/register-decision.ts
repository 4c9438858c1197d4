import { accept, firstObjection, reject, type Decision, type PlainDate, type Rule } from '#libs/kernel';
import { citationOfParagraph, type CommitteeParagraph } from '../committee-year/paragraphs.js';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionContent, DecisionsEvent } from '../contract/index.js';
import { unusual } from './unusual.js';

/** Registers a paragraph of the minutes. It rests on itself and holds from the day of its meeting. */
export interface RegisterDecision extends CommitteeParagraph {
  readonly content: DecisionContent;
  /** Today's date in Sweden. */
  readonly today: PlainDate;
}

type RegisterRule = Rule<RegisterDecision, CommitteeYearState, DecisionsRejection>;

const theMeetingHasBeenHeld: RegisterRule = (command) =>
  command.date > command.today
    ? {
        code: 'decision-in-the-future',
        facts: { citation: citationOfParagraph(command), today: command.today },
      }
    : null;

/** A paragraph is unique within committee and year. */
const theParagraphIsFree: RegisterRule = (command, { decisions }) => {
  const taken = decisions.find(({ paragraph }) => paragraph === command.paragraph);
  if (!taken) return null;
  const registeredAs = citationOfParagraph({ ...command, date: taken.date });
  return { code: 'paragraph-taken', facts: { citation: citationOfParagraph(command), registeredAs } };
};

const numbersRiseWithTheMeetingDate: RegisterRule = (command, { decisions }) => {
  const { date, paragraph, committee } = command;
  const before = decisions.findLast((other) => other.paragraph < paragraph);
  const after = decisions.find((other) => other.paragraph > paragraph);
  if ((!before || before.date <= date) && (!after || date <= after.date)) return null;
  const cite = (neighbour: typeof before) =>
    neighbour ? citationOfParagraph({ ...neighbour, committee }) : null;
  const facts = { citation: citationOfParagraph(command), before: cite(before), after: cite(after) };
  return { code: 'paragraph-out-of-order', facts };
};

const rules = [theMeetingHasBeenHeld, theParagraphIsFree, numbersRiseWithTheMeetingDate];

export function registerDecision(
  command: RegisterDecision,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { date, paragraph, content } = command;
  const basis = { kind: 'decision', citation: citationOfParagraph(command), effectiveOn: date } as const;
  return accept(
    [{ type: 'DecisionRegistered', data: { date, paragraph, ...content }, basis }],
    unusual(command, state),
  );
}
