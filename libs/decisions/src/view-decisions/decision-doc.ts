import { unknownEvent, type Instant, type PlainDate, type Recorded } from '#libs/kernel';
import type { Formalities } from '../committee-year/legal-force.js';
import { published, removed } from '../committee-year/state.js';
import type { DecisionContent, DecisionsEvent, ParagraphRef } from '../contract/index.js';

/** What a correction replaced. */
export interface FormerContent {
  readonly content: Partial<DecisionContent>;
  readonly reason: string;
  /** From when the correction holds. */
  readonly correctedOn: PlainDate;
  readonly recordedAt: Instant;
}

/** A paragraph with its whole life. */
export interface DecisionDoc extends ParagraphRef, DecisionContent, Formalities {
  /** `SN 2023-09-19, § 46` */
  readonly citation: string;
  readonly committee: string;
  readonly year: number;
  readonly registeredAt: Instant | null;
  /** In the order in which they were replaced. */
  readonly former: readonly FormerContent[];
  /** Of the last fact about the paragraph, in the stream of the committee's year. */
  readonly revision: number;
}

/** The facts that are about one paragraph. */
export type ParagraphFact = Exclude<
  DecisionsEvent,
  { type: 'MeetingScheduled' | 'MeetingMoved' | 'MeetingCancelled' }
>;

export function isParagraphFact<E extends DecisionsEvent>(event: E): event is Extract<E, ParagraphFact> {
  return 'paragraph' in event.data;
}

export function evolveDecision(doc: DecisionDoc, event: Recorded<ParagraphFact>): DecisionDoc {
  return { ...doc, ...change(doc, event), revision: event.record.revision };
}

function change(doc: DecisionDoc, event: Recorded<ParagraphFact>): Partial<DecisionDoc> {
  const { effectiveOn } = event.basis;
  switch (event.type) {
    case 'DecisionRegistered':
      return { ...event.data, registeredAt: event.record.recordedAt };
    case 'DecisionCorrected':
      return { ...event.data.changes, former: [...doc.former, replaced(doc, event)] };
    case 'MinutesApproved':
      return { minutesApprovedOn: effectiveOn };
    case 'NoticePublished':
      return { notices: published(doc.notices, effectiveOn) };
    case 'NoticeRemoved':
      return { notices: removed(doc.notices, effectiveOn) };
    default:
      return unknownEvent(event);
  }
}

function replaced(
  doc: DecisionDoc,
  { data, basis, record }: Recorded<Extract<ParagraphFact, { type: 'DecisionCorrected' }>>,
): FormerContent {
  const content = Object.fromEntries(
    Object.keys(data.changes).map((field) => [field, doc[field as keyof DecisionContent]]),
  );
  return { content, reason: data.reason, correctedOn: basis.effectiveOn, recordedAt: record.recordedAt };
}
