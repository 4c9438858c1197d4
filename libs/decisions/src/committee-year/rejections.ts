import type { PlainDate, Rejection, Warning } from '#libs/kernel';
import type { BasisRejection } from '../contract/index.js';

interface OfParagraph {
  /** `SN 2023-09-19, § 46` */
  readonly citation: string;
}

/** Why a fact about meetings was refused. */
export type MeetingRejection =
  | Rejection<'meeting-already-scheduled', { readonly date: PlainDate }>
  | Rejection<'meeting-unknown', { readonly date: PlainDate; readonly calendar: readonly PlainDate[] }>
  | Rejection<'meeting-has-decisions', { readonly date: PlainDate; readonly paragraphs: readonly number[] }>
  | Rejection<'meeting-outside-year', { readonly from: PlainDate; readonly to: PlainDate }>
  | Rejection<
      'meeting-changed-before-scheduled',
      { readonly date: PlainDate; readonly effectiveOn: PlainDate; readonly scheduledOn: PlainDate }
    >
  /** The calendar would hold the meeting only after it had been held. */
  | Rejection<'scheduled-after-meeting', { readonly date: PlainDate; readonly effectiveOn: PlainDate }>;

/** Why the registration or correction of a paragraph was refused. */
export type ParagraphRejection =
  | Rejection<'decision-in-the-future', OfParagraph & { readonly today: PlainDate }>
  /** `registeredAs` is the citation under which the number of the year is taken. */
  | Rejection<'paragraph-taken', OfParagraph & { readonly registeredAs: string }>
  /** `before` and `after` are the registered neighbours by number; the date does not lie between theirs. */
  | Rejection<
      'paragraph-out-of-order',
      OfParagraph & { readonly before: string | null; readonly after: string | null }
    >
  | Rejection<'decision-unknown', OfParagraph & { readonly registeredAs: string | null }>
  | Rejection<'correction-changes-nothing', OfParagraph>
  | Rejection<
      'correction-before-decision',
      OfParagraph & { readonly effectiveOn: PlainDate; readonly decidedOn: PlainDate }
    >;

/** Why the approval of minutes or a notice was refused. */
export type FormalityRejection =
  | Rejection<'dated-in-the-future', OfParagraph & { readonly date: PlainDate; readonly today: PlainDate }>
  | Rejection<'minutes-already-approved', OfParagraph & { readonly approvedOn: PlainDate }>
  | Rejection<'approved-before-meeting', OfParagraph & { readonly approvedOn: PlainDate }>
  | Rejection<'minutes-not-approved', OfParagraph>
  | Rejection<
      'notice-before-approval',
      OfParagraph & { readonly publishedOn: PlainDate; readonly approvedOn: PlainDate }
    >
  | Rejection<
      'notice-already-published',
      OfParagraph & { readonly publishedOn: PlainDate; readonly removedOn: PlainDate | null }
    >
  | Rejection<
      'notice-removed-before-published',
      OfParagraph & { readonly publishedOn: PlainDate; readonly removedOn: PlainDate }
    >;

export type DecisionsRejection = BasisRejection | MeetingRejection | ParagraphRejection | FormalityRejection;

/** What is unusual about a paragraph and recorded all the same. */
export type DecisionsWarning =
  /** `calendar` is the nearest meetings before and after. */
  | Warning<'date-off-the-calendar', OfParagraph & { readonly calendar: readonly PlainDate[] }>
  /** The numbers from `missingFrom` to `missingTo` are not registered. */
  | Warning<'paragraph-gap', OfParagraph & { readonly missingFrom: number; readonly missingTo: number }>
  /** kommunallagen 5:69 and 6:35. */
  | Warning<
      'minutes-approved-late',
      OfParagraph & { readonly approvedOn: PlainDate; readonly lastDay: PlainDate }
    >
  /** kommunallagen 8:12. */
  | Warning<'notice-late', OfParagraph & { readonly publishedOn: PlainDate; readonly lastDay: PlainDate }>
  /** kommunallagen 13:5: the appeal period does not run out, and a new notice is needed. */
  | Warning<
      'notice-removed-early',
      OfParagraph & { readonly removedOn: PlainDate; readonly lastDay: PlainDate }
    >;
