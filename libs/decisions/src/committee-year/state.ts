import { unknownEvent, type PlainDate, type StreamDefinition } from '#libs/kernel';
import {
  decisionsContext,
  type DecisionContent,
  type DecisionsEvent,
  type MeetingKind,
  type ParagraphRef,
} from '../contract/index.js';
import { schemaVersions } from './events.js';
import type { Formalities, Notice } from './legal-force.js';

export interface Meeting {
  readonly date: PlainDate;
  readonly kind: MeetingKind;
  readonly place: string | null;
  /** From when it stands in the calendar. */
  readonly scheduledOn: PlainDate;
}

/** A registered paragraph with its whole life. */
export interface MinutedDecision extends ParagraphRef, Formalities {
  readonly content: DecisionContent;
}

/** The meetings and the paragraphs of a committee in one year. */
export interface CommitteeYearState {
  /** The calendar, in order of dates; none where the year has no calendar. */
  readonly meetings: readonly Meeting[];
  /** In order of paragraphs. */
  readonly decisions: readonly MinutedDecision[];
}

export const committeeYearStream: StreamDefinition<CommitteeYearState, DecisionsEvent> = {
  context: decisionsContext,
  schemaVersions,
  initialState: { meetings: [], decisions: [] },
  evolve,
};

function evolve(state: CommitteeYearState, event: DecisionsEvent): CommitteeYearState {
  const { effectiveOn } = event.basis;
  switch (event.type) {
    case 'MeetingScheduled':
      return {
        ...state,
        meetings: inOrder([...state.meetings, { ...event.data, scheduledOn: effectiveOn }]),
      };
    case 'MeetingMoved':
      return { ...state, meetings: moved(state.meetings, event.data) };
    case 'MeetingCancelled':
      return { ...state, meetings: state.meetings.filter(({ date }) => date !== event.data.date) };
    case 'DecisionRegistered':
      return { ...state, decisions: registered(state.decisions, event.data) };
    case 'DecisionCorrected':
      return changed(state, event.data, ({ content }) => ({
        content: { ...content, ...event.data.changes },
      }));
    case 'MinutesApproved':
      return changed(state, event.data, () => ({ minutesApprovedOn: effectiveOn }));
    case 'NoticePublished':
      return changed(state, event.data, ({ notices }) => ({ notices: published(notices, effectiveOn) }));
    case 'NoticeRemoved':
      return changed(state, event.data, ({ notices }) => ({ notices: removed(notices, effectiveOn) }));
    default:
      return unknownEvent(event);
  }
}

function inOrder(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function moved(
  meetings: readonly Meeting[],
  { from, to }: { from: PlainDate; to: PlainDate },
): readonly Meeting[] {
  return inOrder(meetings.map((meeting) => (meeting.date === from ? { ...meeting, date: to } : meeting)));
}

function registered(
  decisions: readonly MinutedDecision[],
  { date, paragraph, ...content }: ParagraphRef & DecisionContent,
): readonly MinutedDecision[] {
  const decision = { date, paragraph, content, minutesApprovedOn: null, notices: [] };
  const after = decisions.findIndex((other) => other.paragraph > paragraph);
  return after < 0 ? [...decisions, decision] : decisions.toSpliced(after, 0, decision);
}

function changed(
  state: CommitteeYearState,
  { paragraph }: ParagraphRef,
  change: (decision: MinutedDecision) => Partial<MinutedDecision>,
): CommitteeYearState {
  const decisions = state.decisions.map((decision) =>
    decision.paragraph === paragraph ? { ...decision, ...change(decision) } : decision,
  );
  return { ...state, decisions };
}

export function published(notices: readonly Notice[], publishedOn: PlainDate): readonly Notice[] {
  return [...notices, { publishedOn, removedOn: null }];
}

/** Takes down the notice that was put up last. */
export function removed(notices: readonly Notice[], removedOn: PlainDate): readonly Notice[] {
  return notices.map((notice, n) => (n === notices.length - 1 ? { ...notice, removedOn } : notice));
}
