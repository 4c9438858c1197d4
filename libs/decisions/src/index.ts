import { decisions } from './view-decisions/decisions.js';
import { meetings } from './view-meetings/meetings.js';

export * from './committee-year/rejections.js';
export * from './decisions.module.js';

/** The views that this context keeps as read models. */
export const decisionsProjections = [meetings, decisions] as const;
