import { streamKind, type AnyTeller } from '#libs/kernel';
import { committeeYearFoundations } from './committee-year/foundations.js';
import { decisions } from './view-decisions/decisions.js';
import { decisionTeller } from './view-decisions/tell-decisions.js';
import { meetings } from './view-meetings/meetings.js';
import { meetingsTeller } from './view-meetings/tell-meetings.js';

export type { DecisionsRejection, DecisionsWarning } from './committee-year/rejections.js';
export * from './decisions.module.js';
export type { DecisionOn } from './view-decisions/decision-on.js';
export { DecisionQuery, DecisionsQuery } from './view-decisions/decisions.handler.js';
export { MeetingsQuery } from './view-meetings/meetings.handler.js';
export type { MeetingEntry, MeetingsDoc } from './view-meetings/meetings.js';

/** The views that this context keeps as read models. */
export const decisionsProjections = [meetings, decisions] as const;

/** Every kind of stream that this context has. */
export const decisionsStreams = [streamKind(committeeYearFoundations)] as const;

/** Say in words what the events of this context mean. */
export const decisionsTellers: readonly AnyTeller[] = [meetingsTeller, decisionTeller];
