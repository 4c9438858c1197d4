import type { AccountGroupKind } from '#libs/kernel';
import { operatingBudgetTable, type ShownBudget } from './operating-budget.js';
import { maxWidth, renderTable } from './table.js';

const tkr = (thousands: number) => thousands * 100_000;
const line = (accountGroup: string, name: string, kind: AccountGroupKind, thousands: number) => ({
  accountGroup,
  name,
  kind,
  adoptedOre: tkr(thousands),
  reallocatedOre: 0,
  amendedOre: 0,
  inForceOre: tkr(thousands),
});

/** The budget of 2024 as it is printed: its net cost is 1 tkr from what its parts add up to. */
const budget2024: ShownBudget = {
  year: 2024,
  status: 'budget',
  restsOn: { citation: null, uncitedReason: 'Framgår inte av handlingarna.', effectiveOn: '2023-11-15' },
  lines: [
    line('revenue', 'Verksamhetens intäkter', 'income', 31_417),
    line('staffCosts', 'Personalkostnader', 'cost', -158_695),
    line('premisesRent', 'Lokalhyror', 'cost', -17_416),
    line('purchasedServices', 'Köp av tjänster', 'cost', -62_376),
    line('otherCosts', 'Övriga kostnader', 'cost', -38_013),
    line('municipalGrant', 'Kommunbidrag', 'funding', 245_082),
  ],
  sums: {
    inForce: {
      revenueOre: tkr(31_417),
      grossCostOre: tkr(-276_500),
      netCostOre: tkr(-245_082),
      municipalGrantOre: tkr(245_082),
      netFinancialItemsOre: 0,
      annualResultOre: 0,
    },
  },
  rounding: [
    {
      total: 'netCost',
      printedOre: tkr(-245_082),
      computedOre: tkr(-245_083),
      differenceOre: tkr(1),
      toleranceOre: tkr(1),
    },
  ],
};

const plan2026: ShownBudget = {
  ...budget2024,
  year: 2026,
  status: 'plan',
  restsOn: { citation: 'KF 2024-11-06, § 149', uncitedReason: null, effectiveOn: '2024-11-06' },
  lines: budget2024.lines.filter(({ accountGroup }) => accountGroup !== 'premisesRent'),
  rounding: [],
};

describe('operating budgets in a table', () => {
  it('stand beside each other in printed order, with their ground and what rounding explains', () => {
    expect(renderTable(operatingBudgetTable([budget2024, plan2026]))).toBe(
      `Driftbudget (tkr)

Kontogrupp                    Budget 2024  Plan 2026
────────────────────────────────────────────────────
Verksamhetens intäkter             31 417     31 417
Personalkostnader                -158 695   -158 695
Lokalhyror                        -17 416          –
Köp av tjänster                   -62 376    -62 376
Övriga kostnader                  -38 013    -38 013
────────────────────────────────────────────────────
Verksamhetens kostnader          -276 500   -276 500
────────────────────────────────────────────────────
Verksamhetens nettokostnader     -245 082   -245 082
Kommunbidrag                      245 082    245 082
────────────────────────────────────────────────────
Årets resultat                          0          0

Budget 2024: paragraf saknas: Framgår inte av handlingarna.

Budget 2024: nettokostnaden är tryckt som -245 082 tkr och delarna ger -245 083 tkr. Skillnaden
1 tkr förklaras av avrundning, som kan ge högst 1 tkr.

Plan 2026: KF 2024-11-06, § 149

– betyder ingen uppgift.
`,
    );
  });

  it('are shown in the unit that is asked for', () => {
    const cells = (unit: 'kr' | 'mnkr') => operatingBudgetTable([budget2024], unit).rows[0]?.cells[1];
    expect([cells('kr'), cells('mnkr')]).toEqual(['31 417 000', '31,4']);
  });

  it('fit a page with five years in kronor', () => {
    const years = [2023, 2024, 2025, 2026].map((year) => ({ ...budget2024, year }));
    const widest = renderTable(operatingBudgetTable(years, 'kr'))
      .split('\n')
      .map((text) => text.length);
    expect(Math.max(...widest)).toBeLessThanOrEqual(maxWidth);
  });
});
