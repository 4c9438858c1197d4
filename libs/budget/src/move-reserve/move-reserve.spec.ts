import { given } from '#libs/kernel/testing';
import { budgetStream, type BudgetEvent } from '../contract/index.js';
import {
  budgetAdopted,
  changeOf,
  councilDecision,
  decided,
  reserveDrawn,
  reserveMoved,
  reserveSet,
  tkr,
} from '../fiscal-year/fixtures.js';
import { moveReserve, type MoveReserve } from './move-reserve.js';

const move: MoveReserve = {
  year: 2025,
  from: 'purchasedServices',
  to: 'otherCosts',
  reason: 'Centrala anvisningar',
  alreadyInAdoptedLines: true,
  basis: councilDecision,
};

const moving = (changes: Partial<MoveReserve> = {}, ...facts: readonly BudgetEvent[]) =>
  given(budgetStream, [budgetAdopted, ...facts]).when(moveReserve, { ...move, ...changes });

describe('moving the contingency reserve', () => {
  it('moves only the earmark where the lines were adopted with it in its new place, as in 2025', () => {
    const { figures } = moving({}, reserveSet).thenRecorded(reserveMoved);
    expect(figures?.reserve).toMatchObject({
      heldIn: 'otherCosts',
      budgetedIn: [{ accountGroup: 'otherCosts', amountOre: tkr(3_845) }],
    });
    expect(figures?.lines.map((line) => line.reallocatedOre)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('otherwise moves what is left of it between the lines', () => {
    const basis = decided('2025-10-21');
    const { figures } = moving(
      { alreadyInAdoptedLines: false, basis },
      reserveSet,
      reserveDrawn,
    ).thenRecorded({
      type: 'ContingencyReserveMoved',
      data: {
        from: 'purchasedServices',
        to: 'otherCosts',
        amountOre: tkr(3_000),
        reason: 'Centrala anvisningar',
        alreadyInAdoptedLines: false,
        changes: [changeOf('purchasedServices', 3_000), changeOf('otherCosts', -3_000)],
      },
      basis,
    });
    expect(figures?.reserve).toMatchObject({
      heldIn: 'otherCosts',
      remainingOre: tkr(3_000),
      budgetedIn: [
        { accountGroup: 'purchasedServices', amountOre: tkr(845) },
        { accountGroup: 'otherCosts', amountOre: tkr(3_000) },
      ],
    });
    expect(figures?.lines.find((line) => line.accountGroup === 'purchasedServices')?.inForceOre).toBe(
      tkr(-60_743),
    );
  });
});

describe('moving the contingency reserve is refused', () => {
  it('where there is no budget, or no reserve', () => {
    given(budgetStream).when(moveReserve, move).thenRejected('budget-not-adopted');
    moving().thenRejected('reserve-not-set', { year: 2025 });
  });

  it('from a date before the budget, or before it was set', () => {
    moving({ basis: decided('2024-10-22') }, reserveSet).thenRejected('effective-before-its-subject');
    moving({ basis: decided('2024-11-19') }, { ...reserveSet, basis: decided('2025-01-21') }).thenRejected(
      'effective-before-its-subject',
      { subject: 'ContingencyReserveSet', effectiveOn: '2024-11-19', subjectEffectiveOn: '2025-01-21' },
    );
  });

  it('from a group that does not hold it', () => {
    moving({ from: 'staffCosts' }, reserveSet).thenRejected('reserve-held-elsewhere', {
      heldIn: 'purchasedServices',
      accountGroup: 'staffCosts',
    });
  });

  it('to the group that holds it, to one without a line, or to one that is no cost', () => {
    moving({ to: 'purchasedServices' }, reserveSet).thenRejected('reserve-already-there', {
      heldIn: 'purchasedServices',
    });
    moving({ to: 'catering' }, reserveSet).thenRejected('account-group-unknown');
    moving({ to: 'municipalGrant' }, reserveSet).thenRejected('account-group-kind-not-allowed');
  });

  it('where nothing is left of it', () => {
    const drawnInFull = { ...reserveDrawn, data: { ...reserveDrawn.data, amountOre: tkr(3_845) } };
    const facts = { amountOre: tkr(3_845), drawnOre: tkr(3_845) };
    moving(
      { alreadyInAdoptedLines: false, basis: decided('2025-10-21') },
      reserveSet,
      drawnInFull,
    ).thenRejected('reserve-empty', facts);
  });

  it('to a group whose budgeted cost is smaller', () => {
    const large = { ...reserveSet, data: { ...reserveSet.data, amountOre: tkr(20_000) } };
    moving({ to: 'premisesRent' }, large).thenRejected('reserve-not-covered', {
      on: '2024-11-06',
      heldIn: 'premisesRent',
      reserveOre: tkr(20_000),
      budgetedCostOre: tkr(17_111),
    });
  });
});
