import type {
  CiteFactRejection,
  FiscalYear,
  Ore,
  PlainDate,
  Precision,
  Rejection,
  Warning,
} from '#libs/kernel';
import type { ProgressStatus } from '../contract/index.js';

/** Why a fact about an action plan was refused. */
export type ActionPlanRejection =
  | Rejection<'action-plan-unknown', { readonly planId: string }>
  | Rejection<
      'action-plan-already-adopted',
      { readonly planId: string; readonly title: string; readonly adoptedOn: PlainDate }
    >
  | Rejection<'citation-of-another-body', { readonly citation: string; readonly committee: string }>
  | Rejection<'effective-before-its-subject', SubjectFacts & { readonly subjectEffectiveOn: PlainDate }>
  | Rejection<'effective-before-later-change', SubjectFacts & { readonly latestChangeOn: PlainDate }>
  /** `measureId` is null where it is the plan that would stay as it is. */
  | Rejection<'nothing-changed', { readonly measureId: string | null }>
  | MeasureRejection
  | TermsRejection
  | CiteFactRejection;

/** `subject` is a measure's id, or the plan's. */
interface SubjectFacts {
  readonly subject: string;
  readonly effectiveOn: PlainDate;
}

/** Objections to which measures a command names. `measures` are those of the plan. */
export type MeasureRejection =
  | Rejection<'measure-unknown', { readonly measureId: string; readonly measures: readonly string[] }>
  | Rejection<'measure-id-taken', { readonly measureId: string; readonly measures: readonly string[] }>
  | Rejection<'measure-named-twice', { readonly measureId: string }>
  | Rejection<
      'measure-ended',
      { readonly measureId: string; readonly status: 'completed' | 'cancelled'; readonly endedOn: PlainDate }
    >
  | Rejection<'too-many-measures', { readonly measures: number; readonly maxMeasures: number }>;

/** Objections to what is said about a measure. */
export type TermsRejection =
  | Rejection<
      'amount-finer-than-precision',
      { readonly subject: string; readonly amountOre: Ore; readonly precision: Precision }
    >
  | Rejection<'effect-year-repeated', { readonly measureId: string; readonly year: FiscalYear | null }>
  | Rejection<
      'measure-account-group-unknown',
      { readonly measureId: string; readonly accountGroup: string; readonly accountGroups: readonly string[] }
    >
  | Rejection<'responsible-not-a-role', { readonly measureId: string; readonly responsibleRole: string }>;

/** What is unusual about a fact that is recorded all the same. */
export type ActionPlanWarning =
  | Warning<
      'due-before-adoption',
      { readonly measureId: string; readonly dueOn: PlainDate; readonly adoptedOn: PlainDate }
    >
  | Warning<
      'effect-outside-plan-years',
      { readonly measureId: string; readonly year: FiscalYear; readonly fiscalYears: readonly FiscalYear[] }
    >
  | Warning<
      'progress-corrected',
      {
        readonly measureId: string;
        readonly year: FiscalYear;
        readonly round: number;
        readonly formerStatus: ProgressStatus;
      }
    >;
