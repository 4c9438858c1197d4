/** Why a command was refused: a stable code and the facts that decided. A value, never an exception. */
export interface Rejection<Code extends string = string, Facts extends object = object> {
  readonly code: Code;
  readonly facts: Facts;
}

/** Something unusual that is recorded all the same, and told to whoever recorded it. */
export interface Warning<Code extends string = string, Facts extends object = object> {
  readonly code: Code;
  readonly facts: Facts;
}

/** The rejection of a union that carries the code: `RejectionOf<BudgetRejection, 'reallocation-unbalanced'>`. */
export type RejectionOf<R extends Rejection, Code extends R['code']> = Extract<R, { readonly code: Code }>;
