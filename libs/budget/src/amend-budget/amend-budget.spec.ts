import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import { budgetStream } from '../contract/index.js';
import { budgetAdopted, budgetAmended, reserveSet, tkr } from '../fiscal-year/fixtures.js';
import { amendBudget, type AmendBudget } from './amend-budget.js';

const amendment: AmendBudget = {
  year: 2025,
  precision: 'tkr',
  changes: [
    { accountGroup: 'staffCosts', changeOre: tkr(-1_500) },
    { accountGroup: 'municipalGrant', changeOre: tkr(1_500) },
  ],
  accountGroups: defaultAccountGroups,
  basis: budgetAmended.basis,
};

const amending = (changes: Partial<AmendBudget> = {}) =>
  given(budgetStream, [budgetAdopted]).when(amendBudget, { ...amendment, ...changes });

describe('amending a budget', () => {
  it('changes lines, the grant among them, and keeps the result', () => {
    const { figures } = amending().thenRecorded(budgetAmended);
    expect(figures?.lines.find((line) => line.accountGroup === 'staffCosts')).toMatchObject({
      adoptedOre: tkr(-161_198),
      amendedOre: tkr(-1_500),
      reallocatedOre: 0,
      inForceOre: tkr(-162_698),
    });
    expect(figures?.adoptedSums).toMatchObject({ municipalGrantOre: tkr(256_303) });
    expect(figures?.sums).toMatchObject({
      grossCostOre: tkr(-290_139),
      netCostOre: tkr(-257_803),
      municipalGrantOre: tkr(257_803),
      annualResultOre: 0,
    });
  });

  it('may say a new result', () => {
    const [staffCosts] = budgetAmended.data.changes;
    if (!staffCosts) throw new Error('no change');
    const { figures } = amending({
      changes: amendment.changes.slice(0, 1),
      adoptedResultOre: tkr(-1_500),
    }).thenRecorded({
      ...budgetAmended,
      data: { precision: 'tkr', changes: [staffCosts] },
    });
    expect(figures?.sums.annualResultOre).toBe(tkr(-1_500));
  });

  it('may bring in an account group that the budget had no line for', () => {
    const fees = { id: 'fees', name: 'Avgifter', kind: 'income' } as const;
    const changes = [
      { accountGroup: 'fees', changeOre: tkr(10) },
      { accountGroup: 'otherCosts', changeOre: tkr(-10) },
    ];
    const { figures } = given(budgetStream, [budgetAdopted])
      .when(amendBudget, { ...amendment, changes, accountGroups: [...defaultAccountGroups, fees] })
      .thenRecorded({
        ...budgetAmended,
        data: {
          precision: 'tkr',
          changes: [
            { accountGroup: 'fees', name: 'Avgifter', kind: 'income', changeOre: tkr(10) },
            { accountGroup: 'otherCosts', name: 'Övriga kostnader', kind: 'cost', changeOre: tkr(-10) },
          ],
        },
      });
    expect(figures?.lines.at(-1)).toMatchObject({ accountGroup: 'fees', adoptedOre: 0, inForceOre: tkr(10) });
    expect(figures?.sums.revenueOre).toBe(tkr(32_346));
  });
});

describe('amending a budget is refused', () => {
  it('where no budget is adopted', () => {
    given(budgetStream).when(amendBudget, amendment).thenRejected('budget-not-adopted', { year: 2025 });
  });

  it('from a date before the budget', () => {
    amending({ basis: { ...budgetAmended.basis, effectiveOn: '2024-11-05' } }).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'BudgetAdopted',
        effectiveOn: '2024-11-05',
        subjectEffectiveOn: '2024-11-06',
      },
    );
  });

  it('where the changes do not lead to the result', () => {
    const facts = { adoptedResultOre: 0, computedOre: tkr(-1_500), differenceOre: tkr(1_500) };
    amending({ changes: amendment.changes.slice(0, 1) }).thenRejected('amendment-contradicts-result', facts);
  });

  it('where an account group is not known, stands twice or does not change', () => {
    const change = (accountGroup: string, changeOre: number) => ({ accountGroup, changeOre });
    amending({ changes: [change('catering', tkr(-1))] }).thenRejected('account-group-unknown');
    amending({ changes: [change('revenue', 100_000), change('revenue', -100_000)] }).thenRejected(
      'account-group-repeated',
    );
    amending({ changes: [change('revenue', 0)] }).thenRejected('change-of-nothing', {
      accountGroup: 'revenue',
    });
    amending({ changes: [change('revenue', 50)] }).thenRejected('amount-finer-than-precision');
  });

  it('where it would leave the reserve uncovered', () => {
    const changes = [
      { accountGroup: 'purchasedServices', changeOre: tkr(60_000) },
      { accountGroup: 'municipalGrant', changeOre: tkr(-60_000) },
    ];
    given(budgetStream, [budgetAdopted, reserveSet])
      .when(amendBudget, { ...amendment, changes })
      .thenRejected('reserve-not-covered', {
        on: '2025-03-26',
        heldIn: 'purchasedServices',
        reserveOre: tkr(3_845),
        budgetedCostOre: tkr(3_743),
      });
  });

  it('where a line would leave the range of amounts', () => {
    const changes = [
      { accountGroup: 'staffCosts', changeOre: -10_000_000_000_000 },
      { accountGroup: 'municipalGrant', changeOre: 10_000_000_000_000 },
    ];
    amending({ changes }).thenRejected('amount-out-of-range', {
      accountGroup: 'staffCosts',
      amountOre: -10_016_119_800_000,
      maxAmountOre: 10_000_000_000_000,
    });
  });
});
