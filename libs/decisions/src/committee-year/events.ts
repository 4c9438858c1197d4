import type { DecisionsEvent } from '../contract/index.js';

/** Every event type of the stream and the version in which it is written today. The types stand in the contract. */
export const schemaVersions = {
  MeetingScheduled: 1,
  MeetingMoved: 1,
  MeetingCancelled: 1,
  DecisionRegistered: 1,
  DecisionCorrected: 1,
  MinutesApproved: 1,
  NoticePublished: 1,
  NoticeRemoved: 1,
} as const satisfies Record<DecisionsEvent['type'], number>;
