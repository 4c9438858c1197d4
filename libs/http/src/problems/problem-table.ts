import type { Rejection, RejectionOf, Warning } from '#libs/kernel';

/** How a refusal is told over HTTP and to people. */
export interface ProblemRow<Facts extends object = object> {
  readonly status: number;
  /** The same for every occurrence; Swedish, without full stop. */
  readonly title: string;
  /** This occurrence in Swedish sentences: what stood in the way and, where there is one, the way out. */
  // A method, not a property: rows of different facts can then stand in one table.
  detail(facts: Facts): string;
}

/** A row for every code of a union of refusals. A code without a row does not compile. */
export type ProblemTable<R extends Rejection> = {
  readonly [Code in R['code']]: ProblemRow<RejectionOf<R, Code>['facts']>;
};

export interface WarningRow<Facts extends object = object> {
  detail(facts: Facts): string;
}

/** A row for every code of a union of warnings. */
export type WarningTable<W extends Warning> = {
  readonly [Code in W['code']]: WarningRow<Extract<W, { readonly code: Code }>['facts']>;
};

/** Tables whose rows are looked up by a code that is known only at run time. */
export type AnyProblemTable = Readonly<Record<string, ProblemRow>>;
export type AnyWarningTable = Readonly<Record<string, WarningRow>>;
