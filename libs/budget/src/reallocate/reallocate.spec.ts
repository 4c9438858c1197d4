import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import { budgetFigures, budgetStream, type BudgetEvent } from '../contract/index.js';
import { budgetAdopted, budgetReallocated, decided, reserveSet, tkr } from '../fiscal-year/fixtures.js';
import { reallocate, type Reallocate } from './reallocate.js';

const change = (accountGroup: string, changeTkr: number) => ({ accountGroup, changeOre: tkr(changeTkr) });

const reallocation: Reallocate = {
  year: 2025,
  precision: 'tkr',
  changes: [change('staffCosts', 2_000), change('purchasedServices', -2_000)],
  accountGroups: defaultAccountGroups,
  basis: budgetReallocated.basis,
};

const reallocating = (changes: Partial<Reallocate> = {}, ...facts: readonly BudgetEvent[]) =>
  given(budgetStream, [budgetAdopted, ...facts]).when(reallocate, { ...reallocation, ...changes });

describe('a reallocation', () => {
  it('moves amounts between account groups and changes no sum', () => {
    const { figures, facts } = reallocating().thenRecorded(budgetReallocated);
    expect(figures?.lines.find((line) => line.accountGroup === 'purchasedServices')).toMatchObject({
      adoptedOre: tkr(-63_743),
      reallocatedOre: tkr(-2_000),
      inForceOre: tkr(-65_743),
    });
    expect(figures?.sums).toEqual(figures?.adoptedSums);
    expect(budgetFigures(facts, '2025-04-21')?.lines).toEqual(budgetFigures([budgetAdopted])?.lines);
  });

  it('may raise income to pay for cost', () => {
    const { figures } = given(budgetStream, [budgetAdopted])
      .when(reallocate, {
        ...reallocation,
        changes: [change('revenue', 100), change('premisesRent', -100)],
      })
      .thenRecorded({
        ...budgetReallocated,
        data: {
          precision: 'tkr',
          changes: [
            { accountGroup: 'revenue', name: 'Verksamhetens intäkter', kind: 'income', changeOre: tkr(100) },
            { accountGroup: 'premisesRent', name: 'Lokalhyror', kind: 'cost', changeOre: tkr(-100) },
          ],
        },
      });
    expect(figures?.sums).toMatchObject({
      revenueOre: tkr(32_436),
      grossCostOre: tkr(-288_739),
      netCostOre: tkr(-256_303),
    });
  });
});

describe('a reallocation is refused', () => {
  it('where no budget is adopted', () => {
    given(budgetStream).when(reallocate, reallocation).thenRejected('budget-not-adopted', { year: 2025 });
  });

  it('where it does not balance', () => {
    const changes = [change('staffCosts', 2_000), change('purchasedServices', -1_999)];
    reallocating({ changes }).thenRejected('reallocation-unbalanced', { sumOre: tkr(1) });
  });

  it('where no paragraph is told', () => {
    const basis = { kind: 'uncited', reason: 'Protokollet saknas.', effectiveOn: '2025-04-22' } as const;
    reallocating({ basis }).thenRejected('decision-required', { reason: 'Protokollet saknas.' });
  });

  it('where it touches the grant', () => {
    const changes = [change('municipalGrant', -100), change('otherCosts', 100)];
    reallocating({ changes }).thenRejected('account-group-kind-not-allowed', {
      accountGroup: 'municipalGrant',
      kind: 'funding',
      allowedKinds: ['income', 'cost'],
    });
  });

  it('from a date before the budget', () => {
    reallocating({ basis: decided('2024-10-22') }).thenRejected('effective-before-its-subject', {
      subject: 'BudgetAdopted',
      effectiveOn: '2024-10-22',
      subjectEffectiveOn: '2024-11-06',
    });
  });

  it('where an account group is not known, stands twice, does not change or is finer than its unit', () => {
    reallocating({ changes: [change('catering', 1), change('revenue', -1)] }).thenRejected(
      'account-group-unknown',
    );
    reallocating({ changes: [change('revenue', 1), change('revenue', -1)] }).thenRejected(
      'account-group-repeated',
    );
    reallocating({ changes: [change('revenue', 0)] }).thenRejected('change-of-nothing');
    reallocating({ changes: [change('revenue', 0.5), change('otherCosts', -0.5)] }).thenRejected(
      'amount-finer-than-precision',
    );
  });

  const emptied = [change('purchasedServices', 60_000), change('staffCosts', -60_000)];
  const uncovered = { heldIn: 'purchasedServices', reserveOre: tkr(3_845), budgetedCostOre: tkr(3_743) };

  it('where it would leave the reserve uncovered', () => {
    reallocating({ changes: emptied }, reserveSet).thenRejected('reserve-not-covered', {
      on: '2025-04-22',
      ...uncovered,
    });
  });

  it('where it would leave the reserve uncovered on a later date, when it is recorded late', () => {
    const setInJune = { ...reserveSet, basis: decided('2025-06-17') };
    reallocating({ changes: emptied }, setInJune).thenRejected('reserve-not-covered', {
      on: '2025-06-17',
      ...uncovered,
    });
  });
});
