import { defaultAccountGroups, type Basis, type Ore, type PlainDate } from '#libs/kernel';
import type {
  AdoptedStatement,
  BudgetAdopted,
  BudgetAmended,
  BudgetEvent,
  BudgetReallocated,
  BudgetReclassified,
  ContingencyReserveDrawn,
  ContingencyReserveMoved,
  ContingencyReserveSet,
  GrantChangeExplained,
  InvestmentBudgetAdopted,
  RecordedChange,
} from '../contract/index.js';

/** Public documents print budgets in tkr. */
export const tkr = (thousands: number): Ore => thousands * 100_000;

export const councilDecision: Basis & { kind: 'decision' } = {
  kind: 'decision',
  citation: 'KF 2024-11-06, § 149',
  effectiveOn: '2024-11-06',
};

/** A decision of the committee on the date, under an invented paragraph. */
export const decided = (date: PlainDate, paragraph = 1): Basis & { kind: 'decision' } => ({
  kind: 'decision',
  citation: `SN ${date}, § ${paragraph}`,
  effectiveOn: date,
});

/** Figures in tkr in the printed order of the account groups. */
export type StatementTkr = readonly [number, number, number, number, number, number, number];

export function typedLines(figures: StatementTkr) {
  return defaultAccountGroups.map(({ id }, n) => ({ accountGroup: id, amountOre: tkr(figures[n] ?? 0) }));
}

export function recordedStatement(
  year: number,
  figures: StatementTkr,
  grossCostTkr: number,
  netCostTkr: number,
): AdoptedStatement {
  const lines = defaultAccountGroups.map(({ id, name, kind }, n) => ({
    accountGroup: id,
    name,
    kind,
    amountOre: tkr(figures[n] ?? 0),
  }));
  const controlTotals = { grossCostOre: tkr(grossCostTkr), netCostOre: tkr(netCostTkr) };
  return { year, lines, controlTotals, adoptedResultOre: 0, rounding: [] };
}

export const figures2025: StatementTkr = [32_336, -161_198, -17_111, -63_743, -46_587, 256_303, 0];
export const figures2026: StatementTkr = [33_000, -166_508, -17_624, -65_500, -47_000, 263_632, 0];
export const figures2027: StatementTkr = [33_950, -175_785, -18_153, -65_500, -47_500, 272_988, 0];

/** Budget 2025 of socialnämnden with its plans, as printed. */
export const budgetAdopted: BudgetAdopted = {
  type: 'BudgetAdopted',
  data: {
    ...recordedStatement(2025, figures2025, -288_639, -256_303),
    precision: 'tkr',
    planYears: [
      recordedStatement(2026, figures2026, -296_632, -263_632),
      recordedStatement(2027, figures2027, -306_938, -272_988),
    ],
  },
  basis: councilDecision,
};

export function changeOf(accountGroup: string, changeTkr: number): RecordedChange {
  const group = defaultAccountGroups.find(({ id }) => id === accountGroup);
  if (!group) throw new Error(`No account group is called ${accountGroup}.`);
  return { accountGroup, name: group.name, kind: group.kind, changeOre: tkr(changeTkr) };
}

export const budgetAmended: BudgetAmended = {
  type: 'BudgetAmended',
  data: { precision: 'tkr', changes: [changeOf('staffCosts', -1_500), changeOf('municipalGrant', 1_500)] },
  basis: { kind: 'decision', citation: 'KF 2025-03-26, § 41', effectiveOn: '2025-03-26' },
};

export const budgetReallocated: BudgetReallocated = {
  type: 'BudgetReallocated',
  data: { precision: 'tkr', changes: [changeOf('staffCosts', 2_000), changeOf('purchasedServices', -2_000)] },
  basis: decided('2025-04-22', 33),
};

export const reserveSet: ContingencyReserveSet = {
  type: 'ContingencyReserveSet',
  data: {
    heldIn: 'purchasedServices',
    amountOre: tkr(3_845),
    precision: 'tkr',
    share: { basisPoints: 150, grantOre: tkr(256_303) },
  },
  basis: councilDecision,
};

export const reserveMoved: ContingencyReserveMoved = {
  type: 'ContingencyReserveMoved',
  data: {
    from: 'purchasedServices',
    to: 'otherCosts',
    amountOre: tkr(3_845),
    reason: 'Centrala anvisningar',
    alreadyInAdoptedLines: true,
    changes: [],
  },
  basis: councilDecision,
};

export const reserveDrawn: ContingencyReserveDrawn = {
  type: 'ContingencyReserveDrawn',
  data: { amountOre: tkr(845), precision: 'tkr', purpose: 'Placeringar av unga utöver plan' },
  basis: decided('2025-09-16', 61),
};

export const grantChangeExplained: GrantChangeExplained = {
  type: 'GrantChangeExplained',
  data: {
    from: { year: 2025, amountOre: tkr(256_303), source: 'budget', adoptedWith: 2025 },
    to: { year: 2026, amountOre: tkr(263_632), source: 'plan', adoptedWith: 2025 },
    changeOre: tkr(7_329),
    precision: 'tenthMnkr',
    parts: [
      { kind: 'index', reason: 'Indexuppräkning, PKV 2,5 %', amountOre: tkr(6_400) },
      { kind: 'volume', reason: 'Volymuppräkning', amountOre: tkr(900) },
    ],
    differenceOre: tkr(29),
    toleranceOre: tkr(100),
  },
  basis: councilDecision,
};

export const budgetReclassified: BudgetReclassified = {
  type: 'BudgetReclassified',
  data: {
    precision: 'tkr',
    changes: [changeOf('staffCosts', 1_600), changeOf('municipalGrant', -1_600)],
    reason: 'Arbetsmarknadsinsatser utförs av kultur- och utbildningsnämnden',
  },
  basis: councilDecision,
};

export const investmentsAdopted: InvestmentBudgetAdopted = {
  type: 'InvestmentBudgetAdopted',
  data: {
    years: [2024, 2025],
    precision: 'tkr',
    categories: [
      {
        category: 'reinvestment',
        lines: [
          { name: 'Inventarier', amountsOre: [tkr(400), tkr(400)] },
          { name: 'IT-utrustning', amountsOre: [tkr(300), tkr(300)] },
          { name: 'Transportmedel', amountsOre: [tkr(50), 0] },
        ],
        totalsOre: [tkr(750), tkr(700)],
      },
    ],
    totalsOre: [tkr(750), tkr(700)],
    rounding: [],
  },
  basis: { kind: 'uncited', reason: 'Paragrafen framgår inte av budgeten.', effectiveOn: '2024-11-06' },
};

/** One of every type, as it is stored; in this order they make a history. */
export const budgetSamples: readonly BudgetEvent[] = [
  budgetAdopted,
  reserveSet,
  reserveMoved,
  budgetReclassified,
  investmentsAdopted,
  {
    type: 'FactCited',
    data: { revision: 4 },
    basis: { ...councilDecision, citation: 'SN 2024-11-19, § 71', effectiveOn: '2024-11-19' },
  },
  budgetAmended,
  budgetReallocated,
  reserveDrawn,
  grantChangeExplained,
];
