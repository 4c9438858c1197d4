import { readFile } from 'node:fs/promises';
import { tellEvents, type AnyTeller } from '#libs/kernel';
import { record, toldText } from '#libs/kernel/testing';
import { budgetStreamId, type BudgetEvent, type BudgetReallocated } from '../contract/index.js';
import {
  budgetAdopted,
  budgetAmended,
  budgetReallocated,
  budgetSamples,
  changeOf,
  decided,
  figures2026,
  grantChangeExplained,
  investmentsAdopted,
  recordedStatement,
  reserveMoved,
  reserveSet,
  tkr,
} from '../fiscal-year/fixtures.js';
import { budgetTeller } from './tell-budget.js';

const golden = new URL('./tell-budget.golden.txt', import.meta.url);
const tellers: readonly AnyTeller[] = [budgetTeller];

const recorded = (facts: readonly BudgetEvent[], year = 2025) =>
  record(budgetStreamId('alingsas', 'SN', year), facts);
const told = (...facts: readonly BudgetEvent[]) => tellEvents(tellers, recorded(facts));
/** What is said of the last of the facts. */
const said = (...facts: readonly BudgetEvent[]) => told(...facts).at(-1)?.sentence;

const reallocated = (...changes: BudgetReallocated['data']['changes']): BudgetReallocated => ({
  ...budgetReallocated,
  data: { precision: 'kr', changes },
});

describe('a budget in words', () => {
  it('tells one fact of every type, and what each changed from what to what', async () => {
    expect(toldText(tellers, recorded(budgetSamples))).toBe(await readFile(golden, 'utf8'));
  });

  it('stops at a fact of a type that this version does not know', () => {
    const later = { ...budgetSamples[0], type: 'BudgetDissolved' } as unknown as BudgetEvent;
    expect(() => told(later)).toThrow('BudgetDissolved');
  });

  it('says nothing of plans where there are none', () => {
    expect(said({ ...budgetAdopted, data: { ...budgetAdopted.data, planYears: [] } })).toBe(
      'Budgeten för 2025 antogs',
    );
  });

  it('tells from where to where several groups moved money, and what is no whole tkr in kr', () => {
    const half = { ...changeOf('premisesRent', 0), changeOre: 50_000 };
    const other = { ...changeOf('otherCosts', 0), changeOre: -150_050_000 };
    const more = { ...changeOf('staffCosts', 0), changeOre: 150_000_000 };
    expect(said(budgetAdopted, reallocated(more, half, other))).toBe(
      'I budgeten för 2025 omfördelades 1 500 500 kr från personalkostnader (1 500 tkr) och lokalhyror (500 kr) till övriga kostnader',
    );
  });

  it('tells of an additional budget which groups get more and which less, or how many change', () => {
    const amended = (...changes: BudgetReallocated['data']['changes']) =>
      said(budgetAdopted, { ...budgetAmended, data: { precision: 'tkr', changes } });
    const three = [changeOf('revenue', -10), changeOf('otherCosts', 15), changeOf('netFinancialItems', -5)];
    expect(amended(...three)).toBe(
      'Budgeten för 2025 ändrades genom tilläggsbudget: 10 tkr mindre i verksamhetens intäkter, 15 tkr mindre i övriga kostnader och -5 tkr i finansnetto',
    );
    expect(amended(...three, changeOf('municipalGrant', 0))).toBe(
      'Budgeten för 2025 ändrades genom tilläggsbudget: 4 kontogrupper',
    );
  });

  it('tells a replacement from what it replaces', () => {
    const smaller = { ...reserveSet.data, amountOre: tkr(3_000), share: null };
    expect(said(budgetAdopted, reserveSet, { ...reserveSet, data: smaller })).toBe(
      'Den förvaltningscentrala bufferten för 2025 bestämdes på nytt, i köp av tjänster: 3 000 tkr',
    );
    expect(said(budgetAdopted, investmentsAdopted, investmentsAdopted)).toBe(
      'En ny investeringsbudget för 2025 ersatte den tidigare',
    );
    expect(said(grantChangeExplained, grantChangeExplained)).toBe(
      'Kommunbidragets förändring från 2025 till 2026, 7 329 tkr, förklarades på nytt',
    );
  });

  it('tells shares with the decimals that they have', () => {
    const setBy = (basisPoints: number) => {
      const share = { basisPoints, grantOre: tkr(256_303) };
      return said(budgetAdopted, { ...reserveSet, data: { ...reserveSet.data, share } })
        ?.split(', ')
        .at(-1);
    };
    expect([100, 150, 125].map(setBy)).toEqual([
      '1 % av kommunbidraget',
      '1,5 % av kommunbidraget',
      '1,25 % av kommunbidraget',
    ]);
  });

  it('names a group by its id where its budget has been erased', () => {
    expect(said(reserveMoved)).toContain('från purchasedServices till otherCosts');
  });

  it('tells of what fact a paragraph was told afterwards, as far as that is known', () => {
    const uncited = { kind: 'uncited', reason: 'Okänd.', effectiveOn: '2024-11-06' } as const;
    const cited = { type: 'FactCited', data: { revision: 0 }, basis: decided('2024-12-01') } as const;
    expect(said({ ...budgetAdopted, basis: uncited }, cited)).toBe(
      'Paragrafen för budgeten för 2025 angavs i efterhand',
    );
    expect(said(cited)).toBe('Paragrafen för ett tidigare beslut om budgeten för 2025 angavs i efterhand');
  });
});

describe('the items of a budget', () => {
  it('lead from the plan to the budget, also where it was adopted as planned', () => {
    const statement = recordedStatement(2026, figures2026, -296_632, -263_632);
    const data = { ...statement, precision: 'tkr', planYears: [] } as const;
    const adopted = { ...budgetAdopted, data, basis: decided('2025-11-05') };
    const events = [...recorded([budgetAdopted]), ...recorded([adopted], 2026)];
    const changes = tellEvents(tellers, events).at(-1)?.changes ?? [];
    expect(changes.find(({ path }) => path === 'budgets/2026/otherCosts')).toEqual({
      path: 'budgets/2026/otherCosts',
      label: 'budget 2026, övriga kostnader',
      from: { kind: 'amount', amountOre: tkr(-47_000), as: 'plan' },
      to: { kind: 'amount', amountOre: tkr(-47_000) },
    });
  });

  it('number the parts of the grant by their kind', () => {
    const parts = (['index', 'volume', 'index'] as const).map((kind) => ({
      kind,
      reason: 'PKV',
      amountOre: 1,
    }));
    const data = { ...grantChangeExplained.data, parts, differenceOre: 0 };
    expect(told({ ...grantChangeExplained, data })[0]?.changes.map(({ path }) => path)).toEqual([
      'budgets/2025/grantChange',
      'budgets/2025/grantChange/index/1',
      'budgets/2025/grantChange/volume/1',
      'budgets/2025/grantChange/index/2',
    ]);
  });

  it('add up what several reclassifications say of a group', () => {
    const [reclassified] = budgetSamples.filter(({ type }) => type === 'BudgetReclassified');
    const changes = told(budgetAdopted, reclassified!, reclassified!).at(-1)?.changes;
    expect(changes).toContainEqual({
      path: 'budgets/2025/reclassifications/staffCosts',
      label: 'omräkning av 2024 till 2025 års indelning, personalkostnader',
      from: { kind: 'amount', amountOre: tkr(1_600) },
      to: { kind: 'amount', amountOre: tkr(3_200) },
    });
  });
});
