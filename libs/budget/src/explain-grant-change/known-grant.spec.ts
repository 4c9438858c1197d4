import type { BudgetEvent } from '../contract/index.js';
import {
  budgetAdopted,
  budgetAmended,
  recordedStatement,
  tkr,
  type StatementTkr,
} from '../fiscal-year/fixtures.js';
import { knownGrant } from './known-grant.js';

const figures: StatementTkr = [0, -260_000, 0, 0, 0, 260_000, 0];
const budget2026: BudgetEvent = {
  ...budgetAdopted,
  data: { ...recordedStatement(2026, figures, -260_000, -260_000), precision: 'tkr', planYears: [] },
  basis: { kind: 'decision', citation: 'KF 2025-11-05, § 160', effectiveOn: '2025-11-05' },
};
const olderPlan: BudgetEvent = {
  ...budgetAdopted,
  data: {
    ...recordedStatement(2024, figures, -260_000, -260_000),
    precision: 'tkr',
    planYears: [
      recordedStatement(2025, figures, -260_000, -260_000),
      recordedStatement(2026, figures, -260_000, -260_000),
    ],
  },
  basis: { kind: 'decision', citation: 'KF 2023-11-08, § 140', effectiveOn: '2023-11-08' },
};

const facts = new Map<number, readonly BudgetEvent[]>([
  [2025, [budgetAdopted, budgetAmended]],
  [2024, [olderPlan]],
  [2026, [budget2026]],
]);

describe('the municipal grant of a year', () => {
  it('is that of the budget in force on the date', () => {
    const figure = { year: 2025, source: 'budget', adoptedWith: 2025 };
    expect(knownGrant(2025, facts, '2025-03-25').figure).toEqual({ ...figure, amountOre: tkr(256_303) });
    expect(knownGrant(2025, facts, '2025-03-26').figure).toEqual({ ...figure, amountOre: tkr(257_803) });
  });

  it('is that of the latest plan as long as no budget held', () => {
    expect(knownGrant(2026, facts, '2025-11-04')).toEqual({
      year: 2026,
      figure: { year: 2026, amountOre: tkr(263_632), source: 'plan', adoptedWith: 2025 },
      firstOn: '2023-11-08',
    });
    expect(knownGrant(2026, facts, '2024-11-05').figure).toMatchObject({ adoptedWith: 2024 });
  });

  it('is not known before the first plan, nor of a year that nobody planned', () => {
    expect(knownGrant(2026, facts, '2023-11-07')).toEqual({
      year: 2026,
      figure: null,
      firstOn: '2023-11-08',
    });
    expect(knownGrant(2028, facts, '2025-11-05')).toEqual({ year: 2028, figure: null, firstOn: null });
  });
});
