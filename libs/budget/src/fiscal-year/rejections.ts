import type {
  AccountGroupKind,
  CiteFactRejection,
  FiscalYear,
  Ore,
  PlainDate,
  Precision,
  Rejection,
  RoundingDifference,
  Warning,
} from '#libs/kernel';
import type { InvestmentRejection } from './investment-rejections.js';
import type { ReserveRejection } from './reserve-rejections.js';

/** Why a fact about a budget was refused. */
export type BudgetRejection =
  | AdoptionRejection
  | LineRejection
  | ChangeRejection
  | GrantRejection
  | ReserveRejection
  | InvestmentRejection
  | CiteFactRejection
  /** `subject` is the type of the fact that this one builds on. */
  | Rejection<
      'effective-before-its-subject',
      { readonly subject: string; readonly effectiveOn: PlainDate; readonly subjectEffectiveOn: PlainDate }
    >;

export type AdoptionRejection =
  | Rejection<
      'budget-already-adopted',
      { readonly year: FiscalYear; readonly effectiveOn: PlainDate; readonly citation: string | null }
    >
  | Rejection<'budget-not-adopted', { readonly year: FiscalYear }>
  | Rejection<
      'plan-years-not-consecutive',
      { readonly year: FiscalYear; readonly planYears: readonly FiscalYear[]; readonly maxPlanYears: number }
    >
  | Rejection<
      'control-total-contradicted',
      { readonly year: FiscalYear; readonly contradictions: readonly RoundingDifference[] }
    >
  /** The printed result and the adopted one are the same figure, so they cannot differ. */
  | Rejection<
      'adopted-result-contradicted',
      { readonly year: FiscalYear; readonly adoptedResultOre: Ore; readonly annualResultOre: Ore }
    >;

/** Objections to lines and changes of lines. */
export type LineRejection =
  | Rejection<
      'account-group-unknown',
      { readonly year: FiscalYear; readonly accountGroup: string; readonly accountGroups: readonly string[] }
    >
  | Rejection<'account-group-repeated', { readonly year: FiscalYear; readonly accountGroup: string }>
  | Rejection<
      'account-group-kind-not-allowed',
      {
        readonly accountGroup: string;
        readonly kind: AccountGroupKind;
        readonly allowedKinds: readonly AccountGroupKind[];
      }
    >
  /** `subject` is an account group, a printed total or an investment line. */
  | Rejection<
      'amount-finer-than-precision',
      { readonly subject: string; readonly amountOre: Ore; readonly precision: Precision }
    >
  | Rejection<
      'amount-out-of-range',
      { readonly accountGroup: string; readonly amountOre: Ore; readonly maxAmountOre: Ore }
    >;

export type ChangeRejection =
  | Rejection<'change-of-nothing', { readonly accountGroup: string }>
  | Rejection<'reallocation-unbalanced', { readonly sumOre: Ore }>
  | Rejection<'reclassification-unbalanced', { readonly sumOre: Ore }>
  | Rejection<'decision-required', { readonly reason: string }>
  | Rejection<
      'amendment-contradicts-result',
      {
        readonly adoptedResultOre: Ore;
        /** The former result with the changes added. */
        readonly computedOre: Ore;
        readonly differenceOre: Ore;
      }
    >;

export type GrantRejection =
  /** `missingYears` have neither a budget nor a plan. */
  | Rejection<
      'grant-figure-missing',
      { readonly year: FiscalYear; readonly missingYears: readonly FiscalYear[] }
    >
  | Rejection<
      'grant-change-not-explained',
      {
        readonly fromOre: Ore;
        readonly toOre: Ore;
        readonly changeOre: Ore;
        readonly explainedOre: Ore;
        readonly differenceOre: Ore;
        readonly toleranceOre: Ore;
      }
    >;

/** A cost with a positive sign, or an income, a grant or an investment with a negative one. */
export type BudgetWarning = Warning<
  'unusual-sign',
  { readonly year: FiscalYear; readonly subject: string; readonly amountOre: Ore }
>;
