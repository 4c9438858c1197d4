import fc from 'fast-check';
import { defaultAccountGroups, type Basis } from '#libs/kernel';

/** Dates before and after the one from which most adoptions hold. */
export const dates = [
  '2024-10-22',
  '2024-11-06',
  '2025-01-21',
  '2025-03-26',
  '2025-06-17',
  '2025-09-16',
] as const;

/** Amounts are in tkr; `finer` adds half a unit to the first of them. */
export type BudgetCommand =
  | {
      readonly kind: 'adopt';
      readonly on: string;
      readonly lines: readonly Amount[];
      readonly offBalance: number;
    }
  | {
      readonly kind: 'amend';
      readonly on: string;
      readonly changes: readonly Amount[];
      readonly resultSaid: boolean;
    }
  | {
      readonly kind: 'reallocate';
      readonly on: string;
      readonly changes: readonly Amount[];
      readonly cited: boolean;
    }
  | { readonly kind: 'set'; readonly on: string; readonly heldIn: string; readonly size: Size }
  | {
      readonly kind: 'move';
      readonly on: string;
      readonly from: string;
      readonly to: string;
      readonly adopted: boolean;
    }
  | { readonly kind: 'draw'; readonly on: string; readonly tkr: number; readonly finer: boolean };

export interface Amount {
  readonly group: string;
  readonly tkr: number;
  readonly finer: boolean;
}

export type Size = { readonly tkr: number } | { readonly basisPoints: number };

export const oreOf = ({ tkr, finer }: { readonly tkr: number; readonly finer: boolean }) =>
  tkr * 100_000 + (finer ? 50_000 : 0);

export const decidedOn = (date: string): Basis => ({
  kind: 'decision',
  citation: `SN ${date}, § 1`,
  effectiveOn: date,
});

const groupIds = defaultAccountGroups.map((group) => group.id);

/** Nearly always the one, now and then the other. */
function mostly<T, U>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 24, arbitrary: usual }, { weight: 1, arbitrary: unusual });
}

const rarely = mostly(fc.constant(false), fc.constant(true));
const usually = mostly(fc.constant(true), fc.constant(false));
const on = mostly(fc.constantFrom(...dates.slice(1)), fc.constant(dates[0]));
const costGroup = mostly(
  fc.constantFrom('staffCosts', 'purchasedServices', 'otherCosts'),
  fc.constantFrom('revenue', 'municipalGrant', 'catering'),
);

/** A whole statement: every group once, costs negative, the grant so that the result is 0. */
const lines = fc
  .tuple(fc.nat(50), fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }))
  .map(([revenue, costs]) => {
    const grant = costs.reduce((sum, cost) => sum + cost, 0) - revenue;
    const amounts = [revenue, ...costs.map((cost) => 0 - cost), grant, 0];
    return groupIds.map((id, n) => ({ group: id, tkr: amounts[n] ?? 0, finer: false }));
  });

const given = fc.uniqueArray(
  fc.record({ group: costGroup, tkr: fc.integer({ min: -60, max: 60 }), finer: rarely }),
  { selector: (change) => change.group, minLength: 1, maxLength: 3 },
);

/** Changes that balance, most often: the last one takes back what the others gave. */
const changes = fc
  .tuple(given, mostly(fc.constantFrom('revenue', 'premisesRent'), fc.constantFrom(...groupIds)), usually)
  .map(([first, last, balances]): readonly Amount[] => {
    const sum = first.reduce((total, change) => total + change.tkr, 0);
    return balances ? [...first, { group: last, tkr: -sum, finer: false }] : first;
  });

const size: fc.Arbitrary<Size> = fc.oneof(
  fc.record({ tkr: fc.integer({ min: -1, max: 60 }) }),
  fc.record({ basisPoints: fc.integer({ min: 0, max: 4_000 }) }),
);

const adopt: fc.Arbitrary<BudgetCommand> = fc.record({
  kind: fc.constant('adopt' as const),
  on: fc.constantFrom(dates[1], dates[2]),
  lines,
  offBalance: mostly(fc.integer({ min: -4, max: 4 }), fc.constantFrom(-5, 5)),
});

const set: fc.Arbitrary<BudgetCommand> = fc.record({
  kind: fc.constant('set' as const),
  on,
  heldIn: costGroup,
  size,
});

const change: fc.Arbitrary<BudgetCommand> = fc.oneof(
  fc.record({ kind: fc.constant('amend' as const), on, changes, resultSaid: fc.boolean() }),
  fc.record({ kind: fc.constant('reallocate' as const), on, changes, cited: usually }),
  set,
  fc.record({
    kind: fc.constant('move' as const),
    on,
    from: costGroup,
    to: costGroup,
    adopted: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('draw' as const), on, tkr: fc.integer({ min: 1, max: 30 }), finer: rarely }),
);

const year = { minLength: 4, maxLength: 24, size: 'max' } as const;

/** A year's commands: an adoption and a reserve first, most often, and then anything. */
export const budgetCommands: fc.Arbitrary<readonly BudgetCommand[]> = fc
  .tuple(mostly(adopt, change), fc.oneof(set, change), fc.array(mostly(change, adopt), year))
  .map(([first, second, others]) => [first, second, ...others]);
