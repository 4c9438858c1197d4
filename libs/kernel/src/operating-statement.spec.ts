import { defaultAccountGroups } from './account-group.js';
import { checkStatement, type ControlTotals } from './operating-statement.js';

const tkr = (thousands: number) => thousands * 100_000;

function statement(figuresTkr: Record<string, number>) {
  return Object.entries(figuresTkr).map(([accountGroup, thousands]) => ({
    accountGroup,
    amountOre: tkr(thousands),
  }));
}

const budget2024 = statement({
  revenue: 31_417,
  staffCosts: -158_695,
  premisesRent: -17_416,
  purchasedServices: -62_376,
  otherCosts: -38_013,
  municipalGrant: 245_082,
  netFinancialItems: 0,
});

function checked2024(totals: ControlTotals) {
  return checkStatement(budget2024, defaultAccountGroups, totals, 'tkr');
}

describe('an operating statement', () => {
  it('adds up without control totals', () => {
    const { sums, rounding, contradictions } = checked2024({});
    expect(sums).toMatchObject({
      revenueOre: tkr(31_417),
      grossCostOre: tkr(-276_500),
      netCostOre: tkr(-245_083),
      municipalGrantOre: tkr(245_082),
      annualResultOre: tkr(-1),
    });
    expect([...rounding, ...contradictions]).toEqual([]);
  });

  it('shows the printed sums of 2024 and explains the one that differs by rounding', () => {
    const printed = { grossCostOre: tkr(-276_500), netCostOre: tkr(-245_082), annualResultOre: 0 };
    const { sums, rounding, contradictions } = checked2024(printed);
    expect(sums).toMatchObject(printed);
    expect(contradictions).toEqual([]);
    expect(rounding).toEqual([
      {
        total: 'netCost',
        printedOre: tkr(-245_082),
        computedOre: tkr(-245_083),
        differenceOre: tkr(1),
        toleranceOre: tkr(1),
      },
    ]);
  });

  it('tells a contradiction from rounding: four addends allow two units, not three', () => {
    expect(checked2024({ grossCostOre: tkr(-276_502) }).contradictions).toEqual([]);
    expect(checked2024({ grossCostOre: tkr(-276_503) }).contradictions).toMatchObject([
      { total: 'grossCost', differenceOre: tkr(-3), toleranceOre: tkr(2) },
    ]);
  });

  it('allows no difference in figures that were not rounded', () => {
    const { contradictions } = checkStatement(
      budget2024,
      defaultAccountGroups,
      { annualResultOre: 0 },
      'ore',
    );
    expect(contradictions).toMatchObject([{ total: 'annualResult', differenceOre: tkr(1), toleranceOre: 0 }]);
  });
});
