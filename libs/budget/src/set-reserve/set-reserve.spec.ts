import { given } from '#libs/kernel/testing';
import { budgetStream, type BudgetEvent } from '../contract/index.js';
import {
  budgetAdopted,
  budgetAmended,
  councilDecision,
  decided,
  reserveDrawn,
  reserveMoved,
  reserveSet,
  tkr,
} from '../fiscal-year/fixtures.js';
import { setReserve, type SetReserve } from './set-reserve.js';

const set: SetReserve = {
  year: 2025,
  heldIn: 'purchasedServices',
  size: { shareBasisPoints: 150 },
  precision: 'tkr',
  basis: councilDecision,
};

const setting = (changes: Partial<SetReserve> = {}, ...facts: readonly BudgetEvent[]) =>
  given(budgetStream, [budgetAdopted, ...facts]).when(setReserve, { ...set, ...changes });

describe('setting the contingency reserve', () => {
  it('as a share of the grant: 1,5 % of 256 303 tkr is 3 845 tkr', () => {
    const { figures } = setting().thenRecorded(reserveSet);
    expect(figures?.reserve).toEqual({
      heldIn: 'purchasedServices',
      amountOre: tkr(3_845),
      drawnOre: 0,
      remainingOre: tkr(3_845),
      share: { basisPoints: 150, grantOre: tkr(256_303) },
      budgetedIn: [{ accountGroup: 'purchasedServices', amountOre: tkr(3_845) }],
    });
    expect(figures?.lines).toEqual(given(budgetStream, [budgetAdopted]).state.figures?.lines);
  });

  it('as a share takes the grant that is in force on the date', () => {
    setting({ basis: decided('2025-03-26') }, budgetAmended).thenRecorded({
      type: 'ContingencyReserveSet',
      data: {
        heldIn: 'purchasedServices',
        amountOre: tkr(3_867),
        precision: 'tkr',
        share: { basisPoints: 150, grantOre: tkr(257_803) },
      },
      basis: decided('2025-03-26'),
    });
  });

  it('anew replaces the amount and keeps what was drawn', () => {
    const basis = decided('2025-10-21');
    const { figures } = setting(
      { size: { amountOre: tkr(2_000) }, basis },
      reserveSet,
      reserveDrawn,
    ).thenRecorded({
      type: 'ContingencyReserveSet',
      data: { heldIn: 'purchasedServices', amountOre: tkr(2_000), precision: 'tkr', share: null },
      basis,
    });
    expect(figures?.reserve).toMatchObject({
      amountOre: tkr(2_000),
      drawnOre: tkr(845),
      remainingOre: tkr(1_155),
    });
  });
});

describe('setting the contingency reserve is refused', () => {
  it('where no budget is adopted', () => {
    given(budgetStream).when(setReserve, set).thenRejected('budget-not-adopted');
  });

  it('from a date before the budget', () => {
    setting({ basis: decided('2024-10-22') }).thenRejected('effective-before-its-subject');
  });

  it('from a date before it was set or moved last', () => {
    const basis = decided('2025-01-21');
    setting({ basis }, { ...reserveSet, basis: decided('2025-03-25') }).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'ContingencyReserveSet',
        effectiveOn: '2025-01-21',
        subjectEffectiveOn: '2025-03-25',
      },
    );
  });

  it('in a group without a line, or in one that is no cost', () => {
    setting({ heldIn: 'catering' }).thenRejected('account-group-unknown');
    setting({ heldIn: 'revenue' }).thenRejected('account-group-kind-not-allowed', {
      accountGroup: 'revenue',
      kind: 'income',
      allowedKinds: ['cost'],
    });
  });

  it('in another group than the one that holds it', () => {
    setting({}, reserveSet, reserveMoved).thenRejected('reserve-held-elsewhere', {
      heldIn: 'otherCosts',
      accountGroup: 'purchasedServices',
    });
  });

  it('above the budgeted cost of the group', () => {
    setting({ size: { amountOre: tkr(63_744) } }).thenRejected('reserve-not-covered', {
      on: '2024-11-06',
      heldIn: 'purchasedServices',
      reserveOre: tkr(63_744),
      budgetedCostOre: tkr(63_743),
    });
  });

  it('below what has been drawn, also by a draw that holds later', () => {
    setting({ size: { amountOre: tkr(844) } }, reserveSet, reserveDrawn).thenRejected('reserve-overdrawn', {
      on: '2025-09-16',
      amountOre: tkr(844),
      drawnOre: tkr(845),
      remainingOre: tkr(3_000),
    });
  });

  it('below zero', () => {
    setting({ size: { amountOre: -100_000 } }).thenRejected('reserve-below-zero', { amountOre: -100_000 });
  });

  it('finer than its unit', () => {
    setting({ size: { amountOre: 150 } }).thenRejected('amount-finer-than-precision');
  });
});
