import { given } from '#libs/kernel/testing';
import { budgetStream, type BudgetEvent, type GrantChangeKind } from '../contract/index.js';
import { councilDecision, decided, grantChangeExplained, tkr } from '../fiscal-year/fixtures.js';
import { explainGrantChange, type ExplainGrantChange } from './explain-grant-change.js';

const grant = (year: number, thousands: number) => ({
  year,
  figure: { year, amountOre: tkr(thousands), source: 'budget', adoptedWith: year } as const,
  firstOn: '2024-11-06',
});
const part = (kind: GrantChangeKind, reason: string, thousands: number) => ({
  kind,
  reason,
  amountOre: tkr(thousands),
});

const of2025: ExplainGrantChange = {
  year: 2025,
  parts: [
    part('permanent', 'Framsteget och ny socialtjänstlag', 10_000),
    part('index', 'Indexuppräkning, PKV 0,2 %', 500),
    part('volume', 'Volymuppräkning, befolkningstillväxt', 700),
  ],
  precision: 'tenthMnkr',
  from: grant(2024, 245_082),
  to: grant(2025, 256_303),
  basis: councilDecision,
};

const explaining = (changes: Partial<ExplainGrantChange> = {}, ...facts: readonly BudgetEvent[]) =>
  given(budgetStream, facts).when(explainGrantChange, { ...of2025, ...changes });

describe('explaining the change of the grant', () => {
  it('keeps the figures, the parts and what their rounding leaves: 11,2 mnkr explain 11 221 tkr', () => {
    explaining().thenRecorded({
      type: 'GrantChangeExplained',
      data: {
        from: { year: 2024, amountOre: tkr(245_082), source: 'budget', adoptedWith: 2024 },
        to: { year: 2025, amountOre: tkr(256_303), source: 'budget', adoptedWith: 2025 },
        changeOre: tkr(11_221),
        precision: 'tenthMnkr',
        parts: of2025.parts,
        differenceOre: tkr(21),
        toleranceOre: tkr(200),
      },
      basis: councilDecision,
    });
  });

  it('of a plan year needs no adopted budget of that year', () => {
    explaining({
      year: 2026,
      parts: grantChangeExplained.data.parts,
      from: grant(2025, 256_303),
      to: { year: 2026, figure: grantChangeExplained.data.to, firstOn: '2024-11-06' },
    }).thenRecorded(grantChangeExplained);
  });
});

describe('explaining the change of the grant is refused', () => {
  it('where the year before has neither a budget nor a plan', () => {
    explaining({ from: { year: 2024, figure: null, firstOn: null } }).thenRejected('grant-figure-missing', {
      year: 2025,
      missingYears: [2024],
    });
  });

  it('from a date before one of the figures', () => {
    explaining({ to: { year: 2025, figure: null, firstOn: '2024-12-01' } }).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'BudgetAdopted',
        effectiveOn: '2024-11-06',
        subjectEffectiveOn: '2024-12-01',
      },
    );
  });

  it('from a date before the explanation that it replaces', () => {
    explaining({}, { ...grantChangeExplained, basis: decided('2024-11-19') }).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'GrantChangeExplained',
        effectiveOn: '2024-11-06',
        subjectEffectiveOn: '2024-11-19',
      },
    );
  });

  it('where the parts leave more than their rounding unexplained', () => {
    explaining({ parts: of2025.parts.slice(0, 2) }).thenRejected('grant-change-not-explained', {
      fromOre: tkr(245_082),
      toOre: tkr(256_303),
      changeOre: tkr(11_221),
      explainedOre: tkr(10_500),
      differenceOre: tkr(721),
      toleranceOre: tkr(100),
    });
  });

  it('where a part is finer than its unit', () => {
    explaining({ parts: [part('other', 'Övrigt', 11_221)] }).thenRejected('amount-finer-than-precision', {
      subject: 'Övrigt',
      amountOre: tkr(11_221),
      precision: 'tenthMnkr',
    });
  });
});
