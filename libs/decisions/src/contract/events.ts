import type { DomainEvent, PlainDate } from '#libs/kernel';

export const meetingKinds = ['ordinary', 'extraordinary'] as const;
/** ordinarie or extra sammanträde. */
export type MeetingKind = (typeof meetingKinds)[number];

/** A meeting (sammanträde) was put in the committee's calendar. */
export type MeetingScheduled = DomainEvent<
  'MeetingScheduled',
  { readonly date: PlainDate; readonly kind: MeetingKind; readonly place: string | null }
>;

/** A meeting got another date within the same year. */
export type MeetingMoved = DomainEvent<'MeetingMoved', { readonly from: PlainDate; readonly to: PlainDate }>;

/** A meeting was called off. */
export type MeetingCancelled = DomainEvent<
  'MeetingCancelled',
  { readonly date: PlainDate; readonly reason: string | null }
>;

/** A dissent (reservation) as minuted: by whom, as a party or a role and never a person's name, and its text. */
export interface Dissent {
  readonly by: string;
  readonly text: string | null;
}

export const relationActions = ['adopts', 'amends', 'takesNote'] as const;
/** antar, ändrar, lägger till handlingarna. */
export type RelationAction = (typeof relationActions)[number];

/** What the decision does to something in another context, e.g. adopts `2025` in `budget`. */
export interface Relation {
  readonly context: string;
  readonly action: RelationAction;
  readonly subject: string;
}

/** What a minuted paragraph says; all but the subject may be left out. */
export interface DecisionContent {
  readonly subject: string;
  /** The text of the decision as minuted. */
  readonly text: string | null;
  /** The number under which the matter is registered (diarienummer). */
  readonly registryNumber: string | null;
  /** How the matter came out, e.g. `Bifall`. */
  readonly outcome: string | null;
  readonly dissents: readonly Dissent[];
  readonly relates: readonly Relation[];
}

/** Which paragraph of the committee's year a fact is about. */
export interface ParagraphRef {
  readonly date: PlainDate;
  readonly paragraph: number;
}

/** A paragraph of the minutes was registered. Its basis is the paragraph itself. */
export type DecisionRegistered = DomainEvent<'DecisionRegistered', ParagraphRef & DecisionContent>;

/** What is registered of a paragraph was wrong: the changes hold instead, and the former text is kept. */
export type DecisionCorrected = DomainEvent<
  'DecisionCorrected',
  ParagraphRef & { readonly changes: Readonly<Partial<DecisionContent>>; readonly reason: string }
>;

/** The minutes of the paragraph were approved (justerade) on the date from which the fact holds. */
export type MinutesApproved = DomainEvent<'MinutesApproved', ParagraphRef>;

/** The approval was announced on the notice board (anslag) on the date from which the fact holds. */
export type NoticePublished = DomainEvent<'NoticePublished', ParagraphRef>;

/** The notice was taken down on the date from which the fact holds. */
export type NoticeRemoved = DomainEvent<'NoticeRemoved', ParagraphRef>;

export type DecisionsEvent =
  | MeetingScheduled
  | MeetingMoved
  | MeetingCancelled
  | DecisionRegistered
  | DecisionCorrected
  | MinutesApproved
  | NoticePublished
  | NoticeRemoved;
