import { readFile } from 'node:fs/promises';
import type { ActionPlanEvent } from '#libs/action-plan/contract';
import { tellEvents, type AnyTeller } from '#libs/kernel';
import { record, toldText } from '#libs/kernel/testing';
import { followUpStreamId, type FollowUpEvent, type Forecast } from '../contract/index.js';
import { accountsClosed, accountsCorrected, followUpSamples } from '../fiscal-year/accounts-fixtures.js';
import {
  calendarSet,
  decided,
  recordedInTkr,
  reported,
  threeRounds,
  tkr,
  uncitedAccounts,
  varianceForecast,
} from '../fiscal-year/fixtures.js';
import { budget2023, budget2023InTkr } from '../testing/reference-years.js';
import { recordedFacts, type Facts } from '../testing/year-docs.js';
import { followUpTeller } from './tell-follow-up.js';

const golden = new URL('./tell-follow-up.golden.txt', import.meta.url);
const tellers: readonly AnyTeller[] = [followUpTeller];

const recorded = (facts: readonly FollowUpEvent[]) => record(followUpStreamId('alingsas', 'SN', 2023), facts);
const told = (...facts: readonly FollowUpEvent[]) => tellEvents(tellers, recorded(facts));
/** What is said of the last of the facts. */
const said = (...facts: readonly FollowUpEvent[]) => told(...facts).at(-1)?.sentence;
const toldFacts = (facts: Facts) => tellEvents(tellers, recordedFacts(facts));

const submitted = (forecast: Partial<Forecast>): FollowUpEvent => ({
  type: 'ForecastSubmitted',
  data: { ...varianceForecast(1, 0), ...forecast },
  basis: reported('2023-03-21'),
});
const byGroup = (figures: Readonly<Record<string, number>>) =>
  submitted({
    figureKind: 'level',
    figures: { scope: 'accountGroups', lines: recordedInTkr(figures), controlTotals: {}, rounding: [] },
  });

describe('a follow-up in words', () => {
  it('tells one fact of every type, and what each changed from what to what', async () => {
    expect(toldText(tellers, recorded(followUpSamples))).toBe(await readFile(golden, 'utf8'));
  });

  it('stops at a fact of a type that this version does not know', () => {
    const later = { ...calendarSet, type: 'ForecastWithdrawn' } as unknown as FollowUpEvent;
    expect(() => told(later)).toThrow('ForecastWithdrawn');
  });

  it('tells a calendar that is set again, and one of a single round', () => {
    const single: FollowUpEvent = {
      type: 'FollowUpCalendarSet',
      data: { rounds: threeRounds.slice(0, 1) },
      basis: reported('2023-01-01'),
    };
    expect(said(single)).toBe('Kalendern för uppföljningen av 2023 bestämdes till 1 avstämningstillfälle');
    expect(said(single, calendarSet)).toBe(
      'Kalendern för uppföljningen av 2023 ändrades till 3 avstämningstillfällen',
    );
  });

  it('tells the sums that were forecast, or of how many groups there was a forecast', () => {
    const both = { scope: 'committee', annualResultOre: -150, netCostOre: tkr(-223_000) } as const;
    expect(said(submitted({ figureKind: 'level', figures: both }))).toBe(
      'Prognosen för 2023 vid uppföljning 1 lämnades: årets resultat -1,50 kr och verksamhetens nettokostnader -223 000 tkr',
    );
    expect(said(byGroup({ staffCosts: -1, otherCosts: -2 }))).toBe(
      'Prognosen för 2023 vid uppföljning 1 lämnades: 2 kontogrupper',
    );
    expect(said(byGroup({ staffCosts: -1 }))).toBe(
      'Prognosen för 2023 vid uppföljning 1 lämnades: 1 kontogrupp',
    );
  });

  it('tells of what fact a paragraph was told afterwards, as far as that is known', () => {
    const cited = (revision: number): FollowUpEvent => ({
      type: 'FactCited',
      data: { revision },
      basis: decided('SN 2024-04-16, § 12', '2024-04-16'),
    });
    const uncitedCorrection = { ...accountsCorrected, basis: uncitedAccounts };
    expect(said(accountsClosed, uncitedCorrection, cited(0))).toBe(
      'Paragrafen för bokslutet för 2023 angavs i efterhand',
    );
    expect(said(accountsClosed, uncitedCorrection, cited(1))).toBe(
      'Paragrafen för rättelsen av bokslutet för 2023 angavs i efterhand',
    );
    expect(said({ ...calendarSet, basis: uncitedAccounts }, cited(0))).toBe(
      'Paragrafen för ett tidigare beslut i uppföljningen för 2023 angavs i efterhand',
    );
  });

  it('leaves what budgets and action plans did to their own words', () => {
    const plan: ActionPlanEvent = {
      type: 'ActionPlanAdopted',
      data: {
        title: 'Ekonomi i balans',
        purpose: null,
        fiscalYears: [2023],
        measures: [
          {
            id: 'a',
            text: 'A',
            responsibleRole: null,
            expectedEffect: null,
            dueOn: null,
            accountGroup: null,
          },
        ],
      },
      basis: decided('SN 2023-05-16, § 30', '2023-05-16'),
    };
    const others = toldFacts({
      budget: { 2023: budget2023 },
      actionPlan: { '2023-05-16.30': [plan] },
      followUp: { 2023: [] },
    });
    expect(others).toHaveLength(budget2023.length + 1);
    for (const { sentence, changes } of others) expect([sentence, changes]).toEqual([null, []]);
  });
});

describe('the items of a follow-up', () => {
  it('have the sums of a forecast by account group where it is whole', () => {
    const whole = { ...budget2023InTkr, staffCosts: -138_901 };
    const sumsOf = (figures: Readonly<Record<string, number>>) =>
      toldFacts({ budget: { 2023: budget2023 }, followUp: { 2023: [calendarSet, byGroup(figures)] } })
        .at(-1)
        ?.changes.filter(({ path }) => /annualResult|netCost/.test(path))
        .map(({ path, to }) => [path, to]);
    expect(sumsOf(whole)).toEqual([
      ['follow-up/2023/rounds/1/netCost', { kind: 'amount', amountOre: tkr(-225_047) }],
      ['follow-up/2023/rounds/1/annualResult', { kind: 'amount', amountOre: tkr(-1_000) }],
    ]);
    const { premisesRent: _, ...incomplete } = whole;
    expect(sumsOf(incomplete)).toEqual([]);
  });

  it('get those sums from a budget that is recorded after the forecast, as the view does', () => {
    const facts: Facts = {
      budget: { 2023: budget2023 },
      followUp: { 2023: [calendarSet, byGroup(budget2023InTkr)] },
    };
    const [adopted, reserve, calendar, forecast] = recordedFacts(facts);
    const last = tellEvents(tellers, [calendar!, forecast!, reserve!, adopted!]).at(-1);
    expect([last?.sentence, last?.changes.map(({ path }) => path)]).toEqual([
      null,
      ['follow-up/2023/rounds/1/netCost', 'follow-up/2023/rounds/1/annualResult'],
    ]);
  });

  it('say of which kind a forecast is, where a level replaces the same figure as a variance', () => {
    const level: FollowUpEvent = {
      type: 'ForecastRevised',
      data: { ...varianceForecast(1, 0), figureKind: 'level' },
      basis: reported('2023-03-21'),
    };
    expect(told(calendarSet, submitted({}), level).at(-1)?.changes).toEqual([
      {
        path: 'follow-up/2023/rounds/1/annualResult',
        label: 'prognos 2023, uppföljning 1, årets resultat',
        from: { kind: 'amount', amountOre: 0, as: 'avvikelse mot budget' },
        to: { kind: 'amount', amountOre: 0 },
      },
    ]);
  });

  it('are found where the calendar of the round has been erased', () => {
    expect(told(submitted({}))[0]?.changes.map(({ path }) => path)).toEqual([
      'follow-up/2023/rounds/1/annualResult',
    ]);
  });
});
