import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import type { FollowUpEvent } from '../contract/index.js';
import {
  accounts2023,
  accounts2023InTkr,
  accountsClosed,
  printedTotals2023,
} from '../fiscal-year/accounts-fixtures.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import {
  decided,
  inTkr,
  monthInTkr,
  outcomeRecorded,
  tkr,
  uncitedAccounts,
} from '../fiscal-year/fixtures.js';
import type { TypedInvestments } from '../fiscal-year/investments.js';
import { closeAccounts, type CloseAccounts } from './close-accounts.js';

const investments2023: TypedInvestments = {
  categories: [
    {
      category: 'reinvestment',
      lines: [
        { name: 'Inventarier', amountOre: tkr(305) },
        { name: 'IT-utrustning', amountOre: tkr(200) },
        { name: 'Transportmedel', amountOre: tkr(20) },
      ],
      totalOre: null,
    },
  ],
  totalOre: tkr(525),
};

const accounts: CloseAccounts = {
  year: 2023,
  lines: inTkr(accounts2023InTkr),
  controlTotals: printedTotals2023,
  precision: 'tkr',
  accountGroups: defaultAccountGroups,
  investments: investments2023,
  basis: uncitedAccounts,
};

const closing = (changes: Partial<CloseAccounts> = {}, ...facts: readonly FollowUpEvent[]) =>
  given(followUpStream, facts).when(closeAccounts, { ...accounts, ...changes });

const [reinvestment] = investments2023.categories;

describe('closing the accounts', () => {
  it('records the figures, the rounding of the printed sums and the investments', () => {
    closing().thenWarned().thenRecorded(accountsClosed);
  });

  it('may leave the investments out', () => {
    const data = { ...accounts2023, investments: null };
    closing({ investments: null }).thenRecorded({ ...accountsClosed, data } as FollowUpEvent);
  });

  it('says by how much the months differ from the accounts, where rounding does not explain it', () => {
    const months = Array.from({ length: 12 }, (_, n) => ({
      ...outcomeRecorded,
      data: { month: n + 1, ...monthInTkr({ ...accounts2023InTkr, ...(n === 0 ? {} : zeroes) }) },
    })) as FollowUpEvent[];
    closing({}, ...months).thenWarned();
    closing(
      { lines: inTkr({ ...accounts2023InTkr, otherCosts: -34_541 }), controlTotals: {} },
      ...months,
    ).thenWarned();
    closing(
      { lines: inTkr({ ...accounts2023InTkr, otherCosts: -34_542 }), controlTotals: {} },
      ...months,
    ).thenWarned('outcomes-differ-from-accounts');
    closing({ lines: inTkr({ otherCosts: 0 }), controlTotals: {} }, ...months.slice(1)).thenWarned();
  });

  it('records the rounding of investments', () => {
    const state = closing({ investments: { ...investments2023, totalOre: tkr(526) } }).thenRecorded({
      ...accountsClosed,
      data: {
        ...accountsClosed.data,
        investments: {
          categories: [{ ...reinvestment, totalOre: tkr(525) }],
          totalOre: tkr(526),
          rounding: [
            {
              category: null,
              year: 2023,
              printedOre: tkr(526),
              computedOre: tkr(525),
              differenceOre: tkr(1),
              toleranceOre: tkr(1),
            },
          ],
        },
      },
    } as FollowUpEvent);
    expect(state.accounts?.closedOn).toBe('2023-12-31');
  });
});

const zeroes = Object.fromEntries(Object.keys(accounts2023InTkr).map((accountGroup) => [accountGroup, 0]));

describe('closing the accounts is refused', () => {
  it('a second time', () => {
    closing({}, accountsClosed).thenRejected('accounts-already-closed', {
      year: 2023,
      closedOn: '2023-12-31',
      citation: null,
    });
  });

  it('from before the year has ended', () => {
    closing({ basis: decided('SN 2023-12-12, § 60', '2023-12-12') }).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'FiscalYear',
        effectiveOn: '2023-12-12',
        subjectEffectiveOn: '2023-12-31',
      },
    );
  });

  it('where a printed sum contradicts the lines: four addends allow two units', () => {
    closing({ controlTotals: { grossCostOre: tkr(-245_646) } }).thenWarned();
    closing({ controlTotals: { grossCostOre: tkr(-245_647) } }).thenRejected('control-total-contradicted');
  });

  it('on an account group that is unknown', () => {
    closing({ lines: inTkr({ taxes: 1 }), controlTotals: {} }).thenRejected('account-group-unknown');
  });

  it('in investments finer than their unit', () => {
    closing({ investments: { categories: [], totalOre: 1 } }).thenRejected('amount-finer-than-precision', {
      subject: 'total',
      amountOre: 1,
      precision: 'tkr',
    });
  });

  it('where a category of investments or a line stands twice', () => {
    const [line] = reinvestment!.lines;
    closing({ investments: { categories: [reinvestment!, reinvestment!], totalOre: null } }).thenRejected(
      'investment-category-repeated',
      { category: 'reinvestment' },
    );
    closing({
      investments: { categories: [{ ...reinvestment!, lines: [line!, line!] }], totalOre: null },
    }).thenRejected('investment-line-repeated', { category: 'reinvestment', name: 'Inventarier' });
  });

  it('where a total of investments is further away than rounding explains', () => {
    closing({ investments: { ...investments2023, totalOre: tkr(527) } }).thenRejected(
      'investment-total-contradicted',
      {
        contradictions: [
          {
            category: null,
            year: 2023,
            printedOre: tkr(527),
            computedOre: tkr(525),
            differenceOre: tkr(2),
            toleranceOre: tkr(1),
          },
        ],
      },
    );
  });
});
