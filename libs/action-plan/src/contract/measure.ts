import type { FiscalYear, Ore, PlainDate, Precision } from '#libs/kernel';

/** What a measure improves the result by in one fiscal year; negative where it costs. */
export interface EffectAmount {
  /** Null where the effect is stated without a year. */
  readonly year: FiscalYear | null;
  readonly amountOre: Ore;
}

/** A stated effect on the result: at most one amount a year, in the order of the years. Stated as 0 is not unstated. */
export interface Effect {
  readonly precision: Precision;
  readonly amounts: readonly EffectAmount[];
}

/** What can be decided about a measure. Null means that nothing is stated (ingen uppgift), never zero. */
export interface MeasureTerms {
  readonly text: string;
  /** Who answers for it: a role, never a person's name. */
  readonly responsibleRole: string | null;
  readonly expectedEffect: Effect | null;
  readonly dueOn: PlainDate | null;
  /** The account group that it acts on. */
  readonly accountGroup: string | null;
}

/** A measure (åtgärd) as it was decided. */
export interface Measure extends MeasureTerms {
  /** Unique within the plan: lower-case words joined by `-`. */
  readonly id: string;
}

type ChangeOf<Of, Field extends keyof Of> = {
  readonly [F in Field]: { readonly field: F; readonly from: Of[F]; readonly to: Of[F] };
}[Field];

/** One term of a measure, from what to what. */
export type MeasureChange = ChangeOf<MeasureTerms, keyof MeasureTerms>;

/** What a plan says of itself. */
export interface PlanTerms {
  readonly title: string;
  readonly purpose: string | null;
  /** The fiscal years that the plan concerns, rising. */
  readonly fiscalYears: readonly FiscalYear[];
}

/** One term of a plan, from what to what. */
export type PlanChange = ChangeOf<PlanTerms, keyof PlanTerms>;

/** How a measure goes, as it is reported at a follow-up round. */
export const progressStatuses = ['notStarted', 'onTrack', 'atRisk', 'delayed'] as const;
export type ProgressStatus = (typeof progressStatuses)[number];

/** A follow-up round (avstämningstillfälle) of a fiscal year. */
export interface RoundReference {
  readonly year: FiscalYear;
  readonly round: number;
}

/** How a measure ended well. */
export interface Completion {
  readonly completedOn: PlainDate;
  readonly realisedEffect: Effect | null;
  readonly comment: string | null;
}
