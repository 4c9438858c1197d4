import {
  defaultAccountGroups,
  foldInto,
  foldStream,
  type Basis,
  type Decision,
  type Recorded,
  type Rejection,
} from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStream, budgetStreamId, type BudgetEvent, type BudgetState } from '#libs/budget/contract';
import { adoptBudget } from '../../libs/budget/src/adopt-budget/adopt-budget.js';
import { adoptInvestments } from '../../libs/budget/src/adopt-investments/adopt-investments.js';
import { compareBudgets } from '../../libs/budget/src/compare-budgets/comparison.js';
import { comparedYears, type ComparedYear } from '../../libs/budget/src/compare-budgets/compared-year.js';
import { drawReserve } from '../../libs/budget/src/draw-reserve/draw-reserve.js';
import { explainGrantChange } from '../../libs/budget/src/explain-grant-change/explain-grant-change.js';
import { knownGrant } from '../../libs/budget/src/explain-grant-change/known-grant.js';
import { moveReserve } from '../../libs/budget/src/move-reserve/move-reserve.js';
import { setReserve } from '../../libs/budget/src/set-reserve/set-reserve.js';
import { budgets, type BudgetDocument } from '../../libs/budget/src/fiscal-year/projected-budget.js';
import { budgetView } from '../../libs/budget/src/view-budget/budget-view.js';
import {
  printedGrantChange,
  printedReserve,
  printedStatement,
  tkr,
  typedBudget,
  typedGrantChange,
  typedInvestments,
} from './printed-budgets.js';

const council: Basis = { kind: 'decision', citation: 'KF 2024-11-06, § 149', effectiveOn: '2024-11-06' };
const unknownParagraph = (effectiveOn: string): Basis => ({
  kind: 'uncited',
  reason: 'Paragrafen framgår inte av handlingarna.',
  effectiveOn,
});
const basisOf = (year: number) => (year < 2025 ? unknownParagraph(`${year - 1}-11-15`) : council);

type Decide = (state: BudgetState) => Decision<BudgetEvent, Rejection>;

/** A municipality's budget streams, filled by commands as they would be over the years. */
class Streams {
  private readonly facts = new Map<number, readonly BudgetEvent[]>();

  command(year: number, decide: Decide): void {
    const decision = decide(foldStream(budgetStream, this.of(year)));
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejection));
    this.facts.set(year, [...this.of(year), ...decision.events]);
  }

  of(year: number): readonly BudgetEvent[] {
    return this.facts.get(year) ?? [];
  }

  byYear(): ReadonlyMap<number, readonly BudgetEvent[]> {
    return this.facts;
  }

  recorded(): readonly Recorded<BudgetEvent>[] {
    return [...this.facts].flatMap(([year, facts]) => record(budgetStreamId('alingsas', 'SN', year), facts));
  }
}

function enteredBudgets(): Streams {
  const streams = new Streams();
  const accountGroups = defaultAccountGroups;
  for (const year of [2023, 2024, 2025]) {
    const basis = basisOf(year);
    streams.command(year, (state) => adoptBudget({ ...typedBudget(year), accountGroups, basis }, state));
  }
  return streams;
}

function enterReserves(streams: Streams): Streams {
  for (const year of [2023, 2024, 2025]) {
    const { shareBasisPoints } = printedReserve(year);
    const reserve = { heldIn: 'purchasedServices', size: { shareBasisPoints }, precision: 'tkr' as const };
    streams.command(year, (state) => setReserve({ year, ...reserve, basis: basisOf(year) }, state));
  }
  const move = {
    from: 'purchasedServices',
    to: 'otherCosts',
    reason: 'Centrala anvisningar',
    alreadyInAdoptedLines: true,
  };
  streams.command(2025, (state) => moveReserve({ year: 2025, ...move, basis: council }, state));
  const draw = { amountOre: tkr(3_361), precision: 'tkr' as const, purpose: 'Köpt vård utöver plan' };
  streams.command(2023, (state) =>
    drawReserve({ year: 2023, ...draw, basis: unknownParagraph('2023-12-31') }, state),
  );
  return streams;
}

function viewOf(streams: Streams, year: number) {
  const doc = foldInto(budgets, new Map<string, BudgetDocument>(), streams.recorded()).get(`SN.${year}`);
  const view = doc && budgetView(doc);
  if (!view) throw new Error(`There is no budget of ${year}.`);
  return view;
}

describe('the printed operating budgets', () => {
  it.each([2023, 2024, 2025, 2026, 2027])('of %d come back to the krona', (year) => {
    const { lines, sums, status } = viewOf(enteredBudgets(), year);
    const { printed, ...figures } = printedStatement(year);
    for (const { accountGroup, inForceOre } of lines) {
      expect([accountGroup, inForceOre]).toEqual([accountGroup, tkr(figures[accountGroup] ?? Number.NaN)]);
    }
    expect(lines).toHaveLength(7);
    expect(sums.inForce).toEqual({
      revenueOre: tkr(figures['revenue'] ?? Number.NaN),
      grossCostOre: tkr(printed.grossCost),
      netCostOre: tkr(printed.netCost),
      municipalGrantOre: tkr(figures['municipalGrant'] ?? Number.NaN),
      netFinancialItemsOre: 0,
      annualResultOre: tkr(printed.annualResult),
    });
    expect(status).toBe(year > 2025 ? 'plan' : 'budget');
  });

  it('of 2024 alone differ from their own sums, by a rounding that is told', () => {
    const streams = enteredBudgets();
    const differences = [2023, 2024, 2025, 2026, 2027].map((year) => viewOf(streams, year).rounding);
    const netCost2024 = {
      total: 'netCost',
      printedOre: tkr(-245_082),
      computedOre: tkr(-245_083),
      differenceOre: tkr(1),
      toleranceOre: tkr(1),
    };
    expect(differences).toEqual([[], [netCost2024], [], [], []]);
    expect(viewOf(streams, 2024).sums.computed).toMatchObject({
      netCostOre: tkr(-245_083),
      annualResultOre: tkr(-1),
    });
  });
});

describe('the printed changes of the grant', () => {
  it.each([2025, 2026, 2027])('explain %d by their parts', (year) => {
    const streams = enteredBudgets();
    streams.command(year, (state) => {
      const from = knownGrant(year - 1, streams.byYear(), council.effectiveOn);
      const to = knownGrant(year, streams.byYear(), council.effectiveOn);
      return explainGrantChange({ year, ...typedGrantChange(year), from, to, basis: council }, state);
    });
    const { grantChange } = viewOf(streams, year);
    const printed = printedGrantChange(year);
    const partsOre = printed.parts.map((part) => Math.round(part.mnkr * 10) * 10_000_000);
    const explainedOre = partsOre.reduce((sum, part) => sum + part, 0);
    expect(grantChange?.parts.map((part) => part.amountOre)).toEqual(partsOre);
    expect(grantChange).toMatchObject({
      from: { year: year - 1, amountOre: tkr(printed.from) },
      to: { year, amountOre: tkr(printed.to) },
      changeOre: tkr(printed.to - printed.from),
      differenceOre: tkr(printed.to - printed.from) - explainedOre,
    });
  });
});

describe('the contingency reserve', () => {
  it.each([
    [2023, 3_361, 0],
    [2024, 3_676, 3_676],
    [2025, 3_845, 3_845],
  ])('of %d is %d tkr, of which %d tkr are left', (year, setTkr, leftTkr) => {
    const { reserve } = viewOf(enterReserves(enteredBudgets()), year);
    expect(reserve).toMatchObject({
      heldIn: printedReserve(year).heldIn,
      amountOre: tkr(setTkr),
      remainingOre: tkr(leftTkr),
    });
  });
});

describe('growth from 2024 to 2025', () => {
  const comparison = () => {
    const streams = enterReserves(enteredBudgets());
    const docs = [...foldInto(comparedYears, new Map<string, ComparedYear>(), streams.recorded()).values()];
    return compareBudgets({ committee: 'SN', years: [2023, 2024, 2025], reclassified: true }, docs);
  };
  const rowOf = (accountGroup: string) =>
    comparison()?.lines.find((line) => line.accountGroup === accountGroup);

  it('of köp av tjänster is 2,2 % as printed and 8,6 % without the reserve', () => {
    const row = rowOf('purchasedServices');
    expect(row?.growth[1]).toMatchObject({ fromOre: tkr(-62_376), toOre: tkr(-63_743), percent: 2.2 });
    expect(row?.reclassifiedGrowth?.[1]).toMatchObject({
      fromOre: tkr(-58_700),
      toOre: tkr(-63_743),
      percent: 8.6,
    });
  });

  it('of the grant is 4,6 %, 11 221 tkr', () => {
    expect(rowOf('municipalGrant')?.growth[1]).toMatchObject({ changeOre: tkr(11_221), percent: 4.6 });
  });
});

describe('the printed investment budgets', () => {
  it.each([2023, 2025] as const)('of %d come back to the krona', (year) => {
    const streams = enteredBudgets();
    const typed = typedInvestments(year);
    streams.command(year, (state) => adoptInvestments({ year, ...typed, basis: basisOf(year) }, state));
    const { investments } = viewOf(streams, year);
    expect(investments).toMatchObject({
      years: typed.years,
      categories: typed.categories,
      totalsOre: typed.totalsOre,
    });
    expect(investments?.rounding).toEqual([]);
  });

  it('of 2025 add up to 1 500 tkr and then 800 tkr a year', () => {
    expect(typedInvestments(2025).totalsOre).toEqual([1_500, 800, 800, 800, 800, 800].map(tkr));
  });
});
