import type { DomainEvent, FactCited, FiscalYear, Ore, Precision } from '#libs/kernel';
import type { AdoptedStatement, RecordedChange } from './adopted-statement.js';
import type { InvestmentBudgetAdopted } from './investment-events.js';
import type {
  ContingencyReserveDrawn,
  ContingencyReserveMoved,
  ContingencyReserveSet,
} from './reserve-events.js';

/** A decision adopts the budget of the stream's year and, in the same fact, the plans for the years that follow. */
export type BudgetAdopted = DomainEvent<
  'BudgetAdopted',
  AdoptedStatement & {
    readonly precision: Precision;
    /** The years right after the budget year, at most five. They bind nobody until their own budget is adopted. */
    readonly planYears: readonly AdoptedStatement[];
  }
>;

/** An additional budget (tilläggsbudget): lines change, the grant among them perhaps. The result changes by their sum. */
export type BudgetAmended = DomainEvent<
  'BudgetAmended',
  { readonly precision: Precision; readonly changes: readonly RecordedChange[] }
>;

/** Amounts move between account groups (omfördelning); the changes sum to zero. */
export type BudgetReallocated = DomainEvent<
  'BudgetReallocated',
  { readonly precision: Precision; readonly changes: readonly RecordedChange[] }
>;

/** Changes that make the year before comparable with this one, e.g. for a responsibility that has moved. */
export type BudgetReclassified = DomainEvent<
  'BudgetReclassified',
  { readonly precision: Precision; readonly changes: readonly RecordedChange[]; readonly reason: string }
>;

export const grantChangeKinds = ['permanent', 'index', 'volume', 'other'] as const;
export type GrantChangeKind = (typeof grantChangeKinds)[number];

/** A part of the change: a permanent addition, the price index (PKV), the population's volume, or something else. */
export interface GrantChangePart {
  readonly kind: GrantChangeKind;
  readonly reason: string;
  readonly amountOre: Ore;
}

/** The municipal grant of a year as a budget or a plan gave it. */
export interface GrantFigure {
  readonly year: FiscalYear;
  readonly amountOre: Ore;
  readonly source: 'budget' | 'plan';
  /** The budget year whose adoption gave the figure; for a plan an earlier year than its own. */
  readonly adoptedWith: FiscalYear;
}

/** Why the municipal grant differs from that of the year before. */
export type GrantChangeExplained = DomainEvent<
  'GrantChangeExplained',
  {
    readonly from: GrantFigure;
    readonly to: GrantFigure;
    /** to − from */
    readonly changeOre: Ore;
    readonly precision: Precision;
    readonly parts: readonly GrantChangePart[];
    /** change − Σ parts: what the rounding of the parts leaves unexplained. */
    readonly differenceOre: Ore;
    readonly toleranceOre: Ore;
  }
>;

/** Everything that a budget stream holds. */
export type BudgetEvent =
  | BudgetAdopted
  | BudgetAmended
  | BudgetReallocated
  | BudgetReclassified
  | GrantChangeExplained
  | ContingencyReserveSet
  | ContingencyReserveMoved
  | ContingencyReserveDrawn
  | InvestmentBudgetAdopted
  | FactCited;
