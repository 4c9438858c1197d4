import type { FiscalYear, Ore, PlainDate, Rejection } from '#libs/kernel';

/** Objections to what is done with the contingency reserve. Amounts are positive. */
export type ReserveRejection =
  | Rejection<'reserve-not-set', { readonly year: FiscalYear }>
  /** `heldIn` is where the reserve is; `accountGroup` where the command takes it to be. */
  | Rejection<'reserve-held-elsewhere', { readonly heldIn: string; readonly accountGroup: string }>
  | Rejection<'reserve-below-zero', { readonly amountOre: Ore }>
  | Rejection<'reserve-already-there', { readonly heldIn: string }>
  | Rejection<'reserve-empty', { readonly amountOre: Ore; readonly drawnOre: Ore }>
  /** `on`: the first date on which more would be drawn than there is. `remainingOre`: what is left on it as it stands. */
  | Rejection<
      'reserve-overdrawn',
      { readonly on: PlainDate; readonly amountOre: Ore; readonly drawnOre: Ore; readonly remainingOre: Ore }
    >
  /** `on`: the first date on which the reserve would exceed the budgeted cost of the group that holds it. */
  | Rejection<
      'reserve-not-covered',
      {
        readonly on: PlainDate;
        readonly heldIn: string;
        readonly reserveOre: Ore;
        readonly budgetedCostOre: Ore;
      }
    >;
