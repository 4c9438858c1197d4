import type { AccuracyOverYears, ForecastMatrix, YearAccuracy, YearEndAccountsView } from '#libs/follow-up';
import { startApi, type TestApi } from '../support/api.js';
import { budgetsPath, committeePath, recorded, seen, uncited } from '../support/budget-year.js';
import { followUpPath, registerNotes, typedCalendar, typedForecast } from '../support/follow-up-year.js';
import { tkr, typedBudget } from '../golden/printed-budgets.js';
import { typedAccounts } from '../golden/printed-follow-up.js';

const path = `${followUpPath}/2023`;
const line = (accountGroup: string, thousands: number) => ({ accountGroup, amountOre: tkr(thousands) });

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await registerNotes(api);
  const { year: _, ...budget } = typedBudget(2023);
  await recorded(api, `${budgetsPath}/2023`, { ...uncited('2022-11-15'), ...budget });
});

afterAll(() => api.close());

describe('a year of follow-up over HTTP', () => {
  it('is nothing before anything of it is recorded, though it has a budget', async () => {
    for (const view of ['forecasts', 'accounts', 'accuracy']) {
      expect((await api.read(`${path}/${view}`)).status).toBe(404);
    }
    expect((await api.read(`${followUpPath}/accuracy`)).status).toBe(404);
  });

  it('begins with its calendar', async () => {
    const { headers, body } = await recorded(api, `${path}/calendar`, typedCalendar());
    expect(headers).toMatchObject({ location: `${path}/forecasts`, etag: '"0"' });
    expect(body).toMatchObject({ stream: 'alingsas:followUp-SN.2023', revision: 0, warnings: [] });
    const { rounds } = await seen<ForecastMatrix>(api, `${path}/forecasts`);
    expect(rounds.map(({ date }) => date)).toHaveLength(9);
  });

  it('takes a forecast, and until the committee takes note another one instead', async () => {
    const first = await api.post(`${path}/rounds/1/forecast`, typedForecast(0));
    expect([first.status, first.body['warnings']]).toEqual([201, []]);
    const byGroup = {
      figureKind: 'variance',
      precision: 'tkr',
      figures: [
        line('revenue', 2_000),
        line('staffCosts', 4_000),
        line('premisesRent', 0),
        line('purchasedServices', -6_500),
        line('otherCosts', 0),
        line('municipalGrant', 0),
      ],
      controlTotals: { netCostOre: tkr(-501) },
      comment: 'Köpt vård ökar.\nVakanser väger upp.',
      assumptions: ['Statsbidragen blir som 2022.'],
    };
    const second = await api.post(`${path}/rounds/1/forecast`, byGroup);
    expect(second.status).toBe(200);
    expect(second.body['warnings']).toMatchObject([
      {
        code: 'forecast-revised',
        detail:
          'Prognosen ersätter den som lämnades vid avstämning 1 och gällde från 2023-03-21. Den förra finns kvar.',
      },
    ]);
    const { rounds, rows } = await seen<ForecastMatrix>(api, `${path}/forecasts`);
    expect(rounds[0]).toMatchObject({
      forecast: { comment: 'Köpt vård ökar.\nVakanser väger upp.', effectiveOn: '2023-03-21' },
      former: [{ figureKind: 'variance', figures: { annualResultOre: 0 } }],
      note: null,
    });
    expect(rows.find(({ of }) => of === 'purchasedServices')?.amountsOre.slice(0, 2)).toEqual([
      tkr(-6_500),
      null,
    ]);
    expect(rows.find(({ of }) => of === 'netCost')?.amountsOre[0]).toBe(tkr(-501));
  });

  it('answers a retried forecast as it answered the first time, also when it was a revision', async () => {
    const key = { 'idempotency-key': 'round-1-again' };
    const first = await api.post(`${path}/rounds/1/forecast`, typedForecast(tkr(-500)), key);
    const again = await api.post(`${path}/rounds/1/forecast`, typedForecast(tkr(-500)), key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
  });

  it('has the note of the committee under its paragraph', async () => {
    await recorded(api, `${path}/rounds/1/note`, { citation: 'SN 2023-03-21 §19' });
    const { rounds } = await seen<ForecastMatrix>(api, `${path}/forecasts`);
    expect(rounds[0]?.note).toMatchObject({ citation: 'SN 2023-03-21, § 19', effectiveOn: '2023-03-21' });
  });

  it('takes the outcome of a month, by itself, and its correction', async () => {
    const january = {
      month: 1,
      precision: 'tkr',
      lines: [line('revenue', 1_500), line('staffCosts', -20_000)],
    };
    const first = await api.post(`${path}/outcomes`, january);
    expect([first.status, first.headers['location']]).toEqual([201, `${path}/accounts`]);
    const corrected = { ...january, lines: [line('revenue', 1_500), line('staffCosts', -21_500)] };
    const second = await api.post(`${path}/outcomes`, corrected);
    expect([second.status, second.body['warnings']]).toMatchObject([200, [{ code: 'outcome-corrected' }]]);
    const { months, monthsAgainstAccounts } = await seen<YearEndAccountsView>(api, `${path}/accounts`);
    expect(months[0]).toMatchObject({
      lastDay: '2023-01-31',
      outcome: { sums: { netCostOre: tkr(-20_000) }, effectiveOn: '2023-01-31' },
      former: [{ sums: { netCostOre: tkr(-18_500) } }],
    });
    expect(months[1]?.outcome).toBeNull();
    expect(monthsAgainstAccounts).toEqual({ notAvailable: 'accounts-not-closed' });
  });

  it('is closed by its accounts, cited afterwards and corrected by later facts', async () => {
    const closing = await recorded(api, `${path}/accounts`, {
      ...uncited('2023-12-31'),
      ...typedAccounts(2023),
    });
    await recorded(api, `${committeePath}/decisions`, {
      date: '2024-02-20',
      paragraph: 9,
      subject: 'Bokslut 2023',
    });
    const { revision } = closing.body;
    await recorded(api, `${path}/citations`, { revision, citation: 'SN 2024-02-20 § 9' });
    const { controlTotals: _, ...accounts } = typedAccounts(2023);
    const lines = accounts.lines.map((each) =>
      each.accountGroup === 'otherCosts' ? line('otherCosts', -34_635) : each,
    );
    await recorded(api, `${path}/accounts/corrections`, {
      ...accounts,
      lines,
      reason: 'En faktura var bokförd på fel år.',
      effectiveOn: '2024-03-19',
    });
    const view = await seen<YearEndAccountsView>(api, `${path}/accounts`);
    expect(view.accounts).toMatchObject({
      reason: 'En faktura var bokförd på fel år.',
      effectiveOn: '2024-03-19',
    });
    expect(view.former).toMatchObject([{ citation: 'SN 2024-02-20, § 9', effectiveOn: '2023-12-31' }]);
    expect(view.rows.find(({ of }) => of === 'annualResult')?.accountsOre).toBe(tkr(30));
  });

  it('holds a correction from today where no date and no paragraph is told', async () => {
    const { controlTotals: _, ...accounts } = typedAccounts(2023);
    await recorded(api, `${path}/accounts/corrections`, { ...accounts, reason: 'Prövat igen.' });
    const { accounts: standing, former } = await seen<YearEndAccountsView>(api, `${path}/accounts`);
    expect(former).toHaveLength(2);
    expect(standing?.effectiveOn.localeCompare('2024-03-19')).toBe(1);
  });

  it('shows both errors of a forecast whose outcome was corrected', async () => {
    const { rounds, accounts, formerAccounts } = await seen<YearAccuracy>(api, `${path}/accuracy`);
    expect(rounds[0]).toMatchObject({
      error: { value: tkr(630) },
      formerErrors: [
        { accountsEffectiveOn: '2023-12-31', error: { value: tkr(629) } },
        { accountsEffectiveOn: '2024-03-19', error: { value: tkr(530) } },
      ],
      valueAdded: {
        budget: { value: { valueAddedOre: tkr(-500) } },
        previousRound: { notAvailable: 'no-earlier-round' },
      },
    });
    expect(rounds[1]?.error).toEqual({ notAvailable: 'no-forecast' });
    expect([accounts?.reason, formerAccounts.length]).toEqual(['Prövat igen.', 2]);
  });

  it('evaluates the sum that is asked for', async () => {
    const { measure, rounds } = await seen<YearAccuracy>(api, `${path}/accuracy?measure=netCost`);
    expect([measure, rounds[0]?.error]).toEqual(['netCost', { notAvailable: 'forecast-of-another-measure' }]);
  });

  it('lists a measure that was decided after the round beside its error', async () => {
    await recorded(api, `${committeePath}/decisions`, {
      date: '2023-05-16',
      paragraph: 33,
      subject: 'Handlingsplan',
    });
    await recorded(api, `${committeePath}/action-plans`, {
      citation: 'SN 2023-05-16, § 33',
      title: 'Ekonomi i balans 2023',
      fiscalYears: [2023],
      measures: [{ id: 'vacancies', text: 'Vakanser hålls till hösten' }],
    });
    const { rounds } = await seen<YearAccuracy>(api, `${path}/accuracy`);
    expect(rounds[0]?.measuresDecidedSince).toMatchObject([
      { citation: 'SN 2023-05-16, § 33', decidedOn: '2023-05-16', measure: { id: 'vacancies' } },
    ]);
    expect(rounds[2]?.measuresDecidedSince).toEqual([]);
  });
});

describe('earlier answers of a year', () => {
  it('show what held on a date', async () => {
    const asOf = async <Doc>(view: string, date: string) =>
      (await api.get<Doc>(`${path}/${view}?asOf=${date}`)).body;
    expect((await asOf<ForecastMatrix>('forecasts', '2023-03-20')).rounds[0]?.forecast).toBeNull();
    expect((await asOf<ForecastMatrix>('forecasts', '2023-03-21')).rounds[0]?.forecast).not.toBeNull();
    expect(await asOf<YearEndAccountsView>('accounts', '2023-12-30')).toMatchObject({ accounts: null });
    expect(await asOf<YearEndAccountsView>('accounts', '2024-02-19')).toMatchObject({
      accounts: { citation: null, uncitedReason: 'Paragrafen framgår inte av handlingarna.' },
    });
    expect((await asOf<YearAccuracy>('accuracy', '2024-03-18')).rounds[0]?.error).toEqual({
      value: tkr(629),
    });
    expect((await api.get(`${path}/forecasts?asOf=2022-12-31`)).status).toBe(404);
  });

  it('show what was known at an instant', async () => {
    const { rounds } = await seen<ForecastMatrix>(api, `${path}/forecasts`);
    const knownAt = rounds[0]?.former[0]?.recordedAt ?? '';
    const { body } = await api.get<ForecastMatrix>(`${path}/forecasts?knownAt=${knownAt}`);
    expect(body.rounds[0]).toMatchObject({
      forecast: { figures: { annualResultOre: 0 } },
      former: [],
      note: null,
    });
  });
});

describe('over years', () => {
  it('every year with a follow-up is compared, and a year that was asked for and has none says so', async () => {
    expect(await seen<AccuracyOverYears>(api, `${followUpPath}/accuracy`)).toMatchObject({ years: [2023] });
    const { rounds } = await seen<AccuracyOverYears>(
      api,
      `${followUpPath}/accuracy?years=2021,2023&measure=annualResult`,
    );
    expect(rounds[0]?.errors).toEqual([
      { year: 2021, error: { notAvailable: 'no-forecast' } },
      { year: 2023, error: { value: tkr(630) } },
    ]);
    expect((await api.get(`${followUpPath}/accuracy?years=2019`)).status).toBe(404);
  });
});
