import { given } from '#libs/kernel/testing';
import { budgetStream, type BudgetEvent } from '../contract/index.js';
import { budgetAdopted, decided, reserveDrawn, reserveSet, tkr } from '../fiscal-year/fixtures.js';
import { drawReserve, type DrawReserve } from './draw-reserve.js';

const draw: DrawReserve = {
  year: 2025,
  amountOre: tkr(845),
  precision: 'tkr',
  purpose: 'Placeringar av unga utöver plan',
  basis: reserveDrawn.basis,
};

const drawing = (changes: Partial<DrawReserve> = {}, ...facts: readonly BudgetEvent[]) =>
  given(budgetStream, [budgetAdopted, ...facts]).when(drawReserve, { ...draw, ...changes });

describe('drawing on the contingency reserve', () => {
  it('lessens what is left and changes no line', () => {
    const { figures } = drawing({}, reserveSet).thenRecorded(reserveDrawn);
    expect(figures?.reserve).toMatchObject({
      amountOre: tkr(3_845),
      drawnOre: tkr(845),
      remainingOre: tkr(3_000),
    });
    expect(figures?.lines).toEqual(given(budgetStream, [budgetAdopted]).state.figures?.lines);
  });

  it('may use it in full', () => {
    const { figures } = drawing({ amountOre: tkr(3_845) }, reserveSet).thenRecorded({
      ...reserveDrawn,
      data: { ...reserveDrawn.data, amountOre: tkr(3_845) },
    });
    expect(figures?.reserve?.remainingOre).toBe(0);
  });
});

describe('drawing on the contingency reserve is refused', () => {
  it('where there is no budget, or no reserve', () => {
    given(budgetStream).when(drawReserve, draw).thenRejected('budget-not-adopted');
    drawing().thenRejected('reserve-not-set', { year: 2025 });
  });

  it('from a date before the budget, or before it was set', () => {
    drawing({ basis: decided('2024-10-22') }, reserveSet).thenRejected('effective-before-its-subject');
    drawing({ basis: decided('2024-11-19') }, { ...reserveSet, basis: decided('2025-01-21') }).thenRejected(
      'effective-before-its-subject',
      { subject: 'ContingencyReserveSet', effectiveOn: '2024-11-19', subjectEffectiveOn: '2025-01-21' },
    );
  });

  it('beyond what is left', () => {
    drawing({ amountOre: tkr(3_001), basis: decided('2025-10-21') }, reserveSet, reserveDrawn).thenRejected(
      'reserve-overdrawn',
      {
        on: '2025-10-21',
        amountOre: tkr(3_845),
        drawnOre: tkr(3_846),
        remainingOre: tkr(3_000),
      },
    );
  });

  it('beyond what a draw that holds later leaves, when it is recorded late', () => {
    drawing({ amountOre: tkr(3_001), basis: decided('2025-02-18') }, reserveSet, reserveDrawn).thenRejected(
      'reserve-overdrawn',
      {
        on: '2025-09-16',
        amountOre: tkr(3_845),
        drawnOre: tkr(3_846),
        remainingOre: tkr(3_000),
      },
    );
  });

  it('finer than its unit', () => {
    drawing({ amountOre: 99 }, reserveSet).thenRejected('amount-finer-than-precision');
  });
});
