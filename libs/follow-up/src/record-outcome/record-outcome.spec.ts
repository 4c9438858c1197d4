import { defaultAccountGroups, MAX_AMOUNT_ORE } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import type { FollowUpEvent } from '../contract/index.js';
import { accountsClosed } from '../fiscal-year/accounts-fixtures.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import {
  inTkr,
  monthInTkr,
  outcomeCorrected,
  outcomeRecorded,
  reported,
  tkr,
} from '../fiscal-year/fixtures.js';
import { recordOutcome, type RecordOutcome } from './record-outcome.js';

const january: RecordOutcome = {
  year: 2023,
  month: 1,
  lines: inTkr({ revenue: 1_500, staffCosts: -11_000 }),
  controlTotals: {},
  precision: 'tkr',
  accountGroups: defaultAccountGroups,
};

const recording = (changes: Partial<RecordOutcome>, ...facts: readonly FollowUpEvent[]) =>
  given(followUpStream, facts).when(recordOutcome, { ...january, ...changes });

const monthsTo = (last: number, figures: Readonly<Record<string, number>>): readonly FollowUpEvent[] =>
  Array.from({ length: last }, (_, n) => ({
    ...outcomeRecorded,
    data: { month: n + 1, ...monthInTkr(figures) },
  })) as readonly FollowUpEvent[];

describe("recording a month's outcome", () => {
  it("holds from the month's last day", () => {
    recording({}).thenWarned().thenRecorded(outcomeRecorded);
    const { outcomes } = recording({ month: 2 }).thenRecorded({
      ...outcomeRecorded,
      data: { ...outcomeRecorded.data, month: 2 },
      basis: reported('2023-02-28'),
    } as FollowUpEvent);
    expect(outcomes.map(({ month }) => month)).toEqual([2]);
  });

  it('corrects the month where it has been recorded, and says so', () => {
    recording({ lines: inTkr({ revenue: 1_600, staffCosts: -11_000 }) }, outcomeRecorded)
      .thenWarned('outcome-corrected')
      .thenRecorded(outcomeCorrected);
  });

  it('records the difference that rounding explains', () => {
    const controlTotals = { netCostOre: tkr(-9_501) };
    const state = recording({ controlTotals }).thenRecorded({
      ...outcomeRecorded,
      data: {
        ...outcomeRecorded.data,
        controlTotals,
        rounding: [
          {
            total: 'netCost',
            printedOre: tkr(-9_501),
            computedOre: tkr(-9_500),
            differenceOre: tkr(-1),
            toleranceOre: tkr(1),
          },
        ],
      },
    } as FollowUpEvent);
    expect(state.outcomes).toHaveLength(1);
  });

  it('warns where the year is closed, and where twelve months and the accounts tell different stories', () => {
    recording({}, accountsClosed).thenWarned('outcome-after-accounts');
    recording({ month: 12 }, ...monthsTo(11, { staffCosts: -10_000 }), accountsClosed).thenWarned(
      'outcome-after-accounts',
      'outcomes-differ-from-accounts',
    );
  });

  it('warns of an unusual sign', () => {
    recording({ lines: inTkr({ revenue: -1 }) }).thenWarned('unusual-sign');
  });
});

describe("recording a month's outcome is refused", () => {
  it('on an account group that is unknown, or stands twice', () => {
    recording({ lines: inTkr({ taxes: 1 }) }).thenRejected('account-group-unknown');
    recording({ lines: [...january.lines, ...january.lines] }).thenRejected('account-group-repeated');
  });

  it('in figures finer than their unit', () => {
    recording({ lines: [{ accountGroup: 'revenue', amountOre: 150 }] }).thenRejected(
      'amount-finer-than-precision',
    );
  });

  it('where printed sums differ by more than rounding', () => {
    recording({ controlTotals: { netCostOre: tkr(-9_502) } }).thenRejected('control-total-contradicted', {
      year: 2023,
      contradictions: [
        {
          total: 'netCost',
          printedOre: tkr(-9_502),
          computedOre: tkr(-9_500),
          differenceOre: tkr(-2),
          toleranceOre: tkr(1),
        },
      ],
    });
  });

  it('where a sum is larger than any municipality has', () => {
    const lines = ['staffCosts', 'otherCosts'].map((accountGroup) => ({
      accountGroup,
      amountOre: -MAX_AMOUNT_ORE,
    }));
    recording({ lines }).thenRejected('sum-out-of-range', {
      total: 'grossCost',
      sumOre: -2 * MAX_AMOUNT_ORE,
      maxAmountOre: MAX_AMOUNT_ORE,
    });
  });
});
