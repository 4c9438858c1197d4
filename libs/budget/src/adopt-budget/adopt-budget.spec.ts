import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import { budgetStream } from '../contract/index.js';
import {
  budgetAdopted,
  councilDecision,
  figures2025,
  figures2026,
  figures2027,
  recordedStatement,
  tkr,
  typedLines,
  type StatementTkr,
} from '../fiscal-year/fixtures.js';
import { adoptBudget, type AdoptBudget } from './adopt-budget.js';

const printed = (grossCost: number, netCost: number) => ({
  grossCostOre: tkr(grossCost),
  netCostOre: tkr(netCost),
});

const budget2025: AdoptBudget = {
  year: 2025,
  precision: 'tkr',
  lines: typedLines(figures2025),
  controlTotals: printed(-288_639, -256_303),
  planYears: [
    { year: 2026, lines: typedLines(figures2026), controlTotals: printed(-296_632, -263_632) },
    { year: 2027, lines: typedLines(figures2027), controlTotals: printed(-306_938, -272_988) },
  ],
  accountGroups: defaultAccountGroups,
  basis: councilDecision,
};

const figures2024: StatementTkr = [31_417, -158_695, -17_416, -62_376, -38_013, 245_082, 0];
const budget2024: AdoptBudget = {
  ...budget2025,
  year: 2024,
  lines: typedLines(figures2024),
  controlTotals: printed(-276_500, -245_082),
  planYears: [],
};

const adopting = (command: AdoptBudget) => given(budgetStream).when(adoptBudget, command);

describe('adopting a budget', () => {
  it('records the year and its plan years as one fact', () => {
    adopting(budget2025).thenWarned().thenRecorded(budgetAdopted);
  });

  it('records the difference that rounding explains: 2024 adds up to −245 083 and is printed −245 082', () => {
    const { figures } = given(budgetStream)
      .when(adoptBudget, budget2024)
      .thenRecorded({
        ...budgetAdopted,
        data: {
          ...recordedStatement(2024, figures2024, -276_500, -245_082),
          rounding: [
            {
              total: 'netCost',
              printedOre: tkr(-245_082),
              computedOre: tkr(-245_083),
              differenceOre: tkr(1),
              toleranceOre: tkr(1),
            },
          ],
          precision: 'tkr',
          planYears: [],
        },
      });
    expect(figures?.sums).toMatchObject({ netCostOre: tkr(-245_082), annualResultOre: 0 });
  });

  it('may adopt a result that is not 0, and takes the printed result for it', () => {
    const lines = typedLines([32_336, -161_198, -17_111, -63_743, -46_587, 256_000, 0]);
    const { figures } = given(budgetStream, [])
      .when(adoptBudget, {
        ...budget2025,
        lines,
        controlTotals: { annualResultOre: tkr(-303) },
        planYears: [],
      })
      .thenWarned()
      .thenRecorded({
        ...budgetAdopted,
        data: {
          ...budgetAdopted.data,
          lines: budgetAdopted.data.lines.map((line) =>
            line.accountGroup === 'municipalGrant' ? { ...line, amountOre: tkr(256_000) } : line,
          ),
          controlTotals: { annualResultOre: tkr(-303) },
          adoptedResultOre: tkr(-303),
          planYears: [],
        },
      });
    expect(figures?.sums.annualResultOre).toBe(tkr(-303));
  });

  it('warns of a cost with a positive sign and of income with a negative one', () => {
    const lines = [
      { accountGroup: 'revenue', amountOre: -100 },
      { accountGroup: 'staffCosts', amountOre: 100 },
    ];
    adopting({ ...budget2025, precision: 'ore', lines, controlTotals: {}, planYears: [] }).thenWarned(
      'unusual-sign',
      'unusual-sign',
    );
  });
});

describe('adopting a budget is refused', () => {
  const refused = (changes: Partial<AdoptBudget>) => adopting({ ...budget2025, ...changes });
  const withLine = (accountGroup: string, amountOre: number) => [
    ...budget2025.lines.filter((line) => line.accountGroup !== accountGroup),
    { accountGroup, amountOre },
  ];

  it('where the year has one already', () => {
    given(budgetStream, [budgetAdopted])
      .when(adoptBudget, budget2025)
      .thenRejected('budget-already-adopted', {
        year: 2025,
        effectiveOn: '2024-11-06',
        citation: 'KF 2024-11-06, § 149',
      });
  });

  it('where a printed sum is further away than rounding explains', () => {
    refused({ controlTotals: printed(-288_642, -256_303) }).thenRejected('control-total-contradicted', {
      year: 2025,
      contradictions: [
        {
          total: 'grossCost',
          printedOre: tkr(-288_642),
          computedOre: tkr(-288_639),
          differenceOre: tkr(-3),
          toleranceOre: tkr(2),
        },
        {
          total: 'netCost',
          printedOre: tkr(-256_303),
          computedOre: tkr(-256_306),
          differenceOre: tkr(3),
          toleranceOre: tkr(1),
        },
      ],
    });
  });

  it('where the lines do not lead to the adopted result', () => {
    refused({ adoptedResultOre: tkr(500) }).thenRejected('control-total-contradicted');
  });

  it('where a plan year does not add up', () => {
    const [plan2026, plan2027] = budget2025.planYears;
    if (!plan2026 || !plan2027) throw new Error('no plans');
    const planYears = [plan2026, { ...plan2027, controlTotals: printed(-306_938, -272_900) }];
    refused({ planYears }).thenRejected('control-total-contradicted');
  });

  it('where the printed result and the adopted one differ', () => {
    refused({ controlTotals: { annualResultOre: 0 }, adoptedResultOre: tkr(1) }).thenRejected(
      'adopted-result-contradicted',
      {
        year: 2025,
        adoptedResultOre: tkr(1),
        annualResultOre: 0,
      },
    );
  });

  it('where an account group is not known', () => {
    refused({ lines: withLine('catering', tkr(-1)) }).thenRejected('account-group-unknown', {
      year: 2025,
      accountGroup: 'catering',
      accountGroups: defaultAccountGroups.map((group) => group.id),
    });
  });

  it('where an account group stands twice', () => {
    refused({ lines: [...budget2025.lines, { accountGroup: 'revenue', amountOre: 0 }] }).thenRejected(
      'account-group-repeated',
      {
        year: 2025,
        accountGroup: 'revenue',
      },
    );
  });

  it('where a figure or a printed sum is finer than its unit', () => {
    refused({ lines: withLine('revenue', tkr(32_336) + 50) }).thenRejected('amount-finer-than-precision', {
      subject: 'revenue',
      amountOre: 3_233_600_050,
      precision: 'tkr',
    });
    refused({ controlTotals: { netCostOre: tkr(-256_303) - 1 } }).thenRejected(
      'amount-finer-than-precision',
      {
        subject: 'netCost',
        amountOre: -25_630_300_001,
        precision: 'tkr',
      },
    );
  });

  it.each([[[2027]], [[2025]], [[2026, 2028]], [[2026, 2026]], [[2026, 2027, 2028, 2029, 2030, 2031]]])(
    'where the plan years are %p',
    (years) => {
      const planYears = years.map((year) => ({ year, lines: budget2025.lines, controlTotals: {} }));
      refused({ planYears }).thenRejected('plan-years-not-consecutive', {
        year: 2025,
        planYears: years,
        maxPlanYears: 5,
      });
    },
  );
});
