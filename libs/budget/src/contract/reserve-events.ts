import type { DomainEvent, Ore, Precision } from '#libs/kernel';
import type { RecordedChange } from './adopted-statement.js';

/** How a reserve was computed: a share of the municipal grant in force, rounded to whole units of the precision. */
export interface ReserveShare {
  /** 1,5 % is 150. */
  readonly basisPoints: number;
  readonly grantOre: Ore;
}

/**
 * Part of a cost group's budget is set aside (förvaltningscentral buffert), or the amount set aside is set anew.
 * Positive öre, though the group's own line is negative.
 */
export type ContingencyReserveSet = DomainEvent<
  'ContingencyReserveSet',
  {
    readonly heldIn: string;
    readonly amountOre: Ore;
    readonly precision: Precision;
    readonly share: ReserveShare | null;
  }
>;

/** The reserve is held in another account group from now on. */
export type ContingencyReserveMoved = DomainEvent<
  'ContingencyReserveMoved',
  {
    readonly from: string;
    readonly to: string;
    readonly amountOre: Ore;
    readonly reason: string;
    /** True where the lines were adopted with the reserve in its new place: then only the earmark moves. */
    readonly alreadyInAdoptedLines: boolean;
    /** How the lines change; none where they stood so already. */
    readonly changes: readonly RecordedChange[];
  }
>;

/** Part of the reserve is released for a purpose. The budgeted lines stay as they are. */
export type ContingencyReserveDrawn = DomainEvent<
  'ContingencyReserveDrawn',
  { readonly amountOre: Ore; readonly precision: Precision; readonly purpose: string }
>;
