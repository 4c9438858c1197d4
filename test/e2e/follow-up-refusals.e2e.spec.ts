import { startApi, type Answer, type TestApi } from '../support/api.js';
import { committeePath, recorded, uncited } from '../support/budget-year.js';
import { followUpPath, registerNotes, typedCalendar, typedForecast } from '../support/follow-up-year.js';
import { tkr } from '../golden/printed-budgets.js';
import { typedAccounts } from '../golden/printed-follow-up.js';

const path = `${followUpPath}/2023`;
const closed = `${followUpPath}/2022`;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await registerNotes(api);
  await recorded(api, `${path}/calendar`, typedCalendar());
  await recorded(api, `${path}/rounds/1/forecast`, typedForecast(0));
  await recorded(api, `${path}/rounds/1/note`, { citation: 'SN 2023-03-21, § 19' });
  await recorded(api, `${closed}/accounts`, { ...uncited('2022-12-31'), ...typedAccounts(2022) });
});

afterAll(() => api.close());

/** Nothing is recorded, and the problem says why and how to go on. */
async function refused(where: string, body: object) {
  const before = await Promise.all(
    [path, closed].map(async (year) => (await api.read(`${year}/accounts`)).headers['etag']),
  );
  const answer = await api.post(where, body);
  const after = await Promise.all(
    [path, closed].map(async (year) => (await api.read(`${year}/accounts`)).headers['etag']),
  );
  expect(after).toEqual(before);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  return answer;
}

const problem = ({ status, body }: Answer) => [status, body['code'], body['detail']];
const codeOf = (answer: Answer) => problem(answer).slice(0, 2);
const fieldErrors = ({ status, body }: Answer) => [
  status,
  (body['errors'] ?? []).map(({ code, pointer, parameter }) => [pointer ?? parameter, code]),
];

describe('a follow-up command is refused over HTTP', () => {
  it('when the calendar is out of order', async () => {
    const { rounds } = typedCalendar();
    const calendar = (changed: object[]) => refused(`${path}/calendar`, { rounds: changed });
    expect(problem(await calendar(rounds.slice(1)))).toEqual([
      422,
      'rounds-not-numbered-from-one',
      expect.stringContaining('Angivna nummer: 2, 3, 4'),
    ]);
    expect(problem(await calendar([rounds[0]!, { ...rounds[1]!, date: '2023-03-20' }]))).toEqual([
      422,
      'round-dates-not-rising',
      'Avstämning 2 är 2023-03-20, men den före är 2023-03-21. Varje avstämning ska vara senare än den före.',
    ]);
    expect(problem(await calendar([rounds[0]!, { ...rounds[1]!, date: '2024-02-01' }]))).toEqual([
      422,
      'round-outside-the-year',
      expect.stringContaining('från 2023-01-01 till 2024-01-31'),
    ]);
    expect(problem(await calendar([{ ...rounds[0]!, date: '2023-03-28' }]))).toEqual([
      409,
      'round-has-forecast',
      expect.stringContaining('inte flyttas till 2023-03-28'),
    ]);
  });

  it('when a round is not in the calendar, with the way out', async () => {
    expect(problem(await refused(`${path}/rounds/10/forecast`, typedForecast(0)))).toEqual([
      409,
      'round-not-in-calendar',
      '2023 har avstämningarna 1, 2, 3, 4, 5, 6, 7, 8, 9, men ingen avstämning 10. Lägg till den genom POST …/follow-up/2023/calendar.',
    ]);
    expect(problem(await refused(`${followUpPath}/2024/rounds/1/forecast`, typedForecast(0)))).toEqual([
      409,
      'round-not-in-calendar',
      '2024 har ingen uppföljningskalender. Registrera den först: POST …/follow-up/2024/calendar.',
    ]);
  });

  it('when the committee has taken note already', async () => {
    expect(problem(await refused(`${path}/rounds/1/forecast`, typedForecast(0)))).toEqual([
      409,
      'forecast-already-noted',
      expect.stringContaining('SN 2023-03-21, § 19'),
    ]);
    const note = { citation: 'SN 2023-04-21, § 28' };
    expect(codeOf(await refused(`${path}/rounds/1/note`, note))).toEqual([409, 'forecast-already-noted']);
  });

  it('when there is no forecast to take note of, or the paragraph is not registered or not of the committee', async () => {
    const note = (round: number, citation: string) => refused(`${path}/rounds/${round}/note`, { citation });
    expect(codeOf(await note(2, 'SN 2023-04-21, § 28'))).toEqual([409, 'forecast-missing']);
    expect(codeOf(await note(2, 'SN 2023-04-21, § 99'))).toEqual([422, 'citation-not-registered']);
    await recorded(api, `${path}/rounds/2/forecast`, typedForecast(0));
    expect(codeOf(await note(2, 'KF 2024-11-06, § 149'))).toEqual([422, 'citation-of-another-body']);
    expect(problem(await note(2, 'SN 2023-03-21, § 19'))).toEqual([
      422,
      'effective-before-its-subject',
      expect.stringContaining('prognosen'),
    ]);
  });

  it('when the year is closed, or is not', async () => {
    const accounts = { ...uncited('2022-12-31'), ...typedAccounts(2022) };
    expect(problem(await refused(`${closed}/accounts`, accounts))).toEqual([
      409,
      'accounts-already-closed',
      'Bokslutet 2022 gäller från 2022-12-31. Rätta det genom POST …/follow-up/2022/accounts/corrections; det förra finns då kvar.',
    ]);
    await recorded(api, `${closed}/calendar`, {
      rounds: [{ round: 1, date: '2022-09-20', kind: 'interimAccounts' }],
    });
    expect(codeOf(await refused(`${closed}/rounds/1/forecast`, typedForecast(0)))).toEqual([
      409,
      'forecast-after-accounts',
    ]);
    const correction = { ...typedAccounts(2023), reason: 'Fel år' };
    expect(codeOf(await refused(`${path}/accounts/corrections`, correction))).toEqual([
      409,
      'accounts-not-closed',
    ]);
    const early = { ...uncited('2023-12-30'), ...typedAccounts(2023) };
    expect(problem(await refused(`${path}/accounts`, early))).toEqual([
      422,
      'effective-before-its-subject',
      expect.stringContaining('räkenskapsårets slut'),
    ]);
  });

  it('when a printed sum is contradicted by its lines', async () => {
    const accounts = typedAccounts(2023);
    const controlTotals = { ...accounts.controlTotals, grossCostOre: tkr(-245_647) };
    expect(
      problem(await refused(`${path}/accounts`, { ...uncited('2023-12-31'), ...accounts, controlTotals })),
    ).toEqual([
      422,
      'control-total-contradicted',
      expect.stringContaining('anges till -245 647 000 kr men blir -245 644 000 kr'),
    ]);
  });

  it('when an account group is unknown or a figure finer than its unit', async () => {
    const outcome = (accountGroup: string, amountOre: number) =>
      refused(`${path}/outcomes`, { month: 1, precision: 'tkr', lines: [{ accountGroup, amountOre }] });
    expect(codeOf(await outcome('taxes', 0))).toEqual([422, 'account-group-unknown']);
    expect(codeOf(await outcome('revenue', 150))).toEqual([422, 'amount-finer-than-precision']);
  });

  it('when the committee is not in force, or is not there at all', async () => {
    const calendar = { rounds: [{ round: 1, date: '2018-03-21', kind: 'monthly' }] };
    expect(codeOf(await refused(`${followUpPath}/2018/calendar`, calendar))).toEqual([
      409,
      'committee-not-in-force',
    ]);
    const elsewhere = committeePath.replace('/SN', '/BUN');
    expect(codeOf(await refused(`${elsewhere}/follow-up/2023/calendar`, typedCalendar()))).toEqual([
      404,
      'committee-unknown',
    ]);
  });

  it('when a fact is cited that is not uncited', async () => {
    const cite = { revision: 0, citation: 'SN 2023-03-21, § 19' };
    expect(codeOf(await refused(`${path}/citations`, cite))).toEqual([409, 'fact-not-uncited']);
  });

  it('when somebody else was faster', async () => {
    const answer = await api.post(`${path}/rounds/3/forecast`, typedForecast(0), { 'if-match': '"0"' });
    expect([answer.status, answer.body['code']]).toEqual([412, 'stale-revision']);
  });
});

describe('a malformed follow-up command is refused with its place', () => {
  it('as a forecast of the committee and of account groups at once, or of a sum twice', async () => {
    const forecast = (...groups: readonly string[]) =>
      refused(`${path}/rounds/2/forecast`, {
        ...typedForecast(0),
        figures: groups.map((accountGroup) => ({ accountGroup, amountOre: 0 })),
      });
    expect(fieldErrors(await forecast('annualResult', 'revenue'))).toEqual([
      400,
      [['#/figures', 'malformed-value']],
    ]);
    expect(fieldErrors(await forecast('netCost', 'netCost'))).toEqual([
      400,
      [['#/figures', 'repeated-item']],
    ]);
    expect(fieldErrors(await forecast())).toEqual([400, [['#/figures', 'too-few-items']]]);
  });

  it('as a forecast of the committee with printed sums', async () => {
    const body = { ...typedForecast(0), controlTotals: { netCostOre: 0 } };
    expect(fieldErrors(await refused(`${path}/rounds/2/forecast`, body))).toEqual([
      400,
      [['#/controlTotals', 'malformed-value']],
    ]);
  });

  it('without its kind, its citation, its month or what it rests on', async () => {
    const { figureKind: _, ...forecast } = typedForecast(0);
    expect(fieldErrors(await refused(`${path}/rounds/2/forecast`, forecast))).toEqual([
      400,
      [['#/figureKind', 'missing-field']],
    ]);
    expect(fieldErrors(await refused(`${path}/rounds/2/note`, {}))).toEqual([
      400,
      [['#/citation', 'missing-field']],
    ]);
    expect(
      fieldErrors(
        await refused(`${path}/outcomes`, { month: 13, lines: [{ accountGroup: 'revenue', amountOre: 0 }] }),
      ),
    ).toEqual([400, [['#/month', 'malformed-month']]]);
    expect(fieldErrors(await refused(`${path}/accounts`, typedAccounts(2023)))).toEqual([
      400,
      [['#/citation', 'missing-basis']],
    ]);
  });

  it('with assumptions that are no texts, or a round that is no number', async () => {
    const assuming = (assumptions: unknown) =>
      refused(`${path}/rounds/2/forecast`, { ...typedForecast(0), assumptions });
    for (const unreadable of [' ', 'a\nb', 'a\u0000b', 7, null]) {
      expect(fieldErrors(await assuming(['Statsbidrag', unreadable]))).toEqual([
        400,
        [['#/assumptions', 'malformed-text']],
      ]);
    }
    expect(fieldErrors(await assuming('Statsbidrag'))).toEqual([400, [['#/assumptions', 'not-a-list']]]);
    expect(fieldErrors(await assuming([]))).toEqual([400, [['#/assumptions', 'too-few-items']]]);
    expect(fieldErrors(await assuming(['x'.repeat(1_001)]))).toEqual([
      400,
      [['#/assumptions', 'text-too-long']],
    ]);
    expect(fieldErrors(await refused(`${path}/rounds/x/forecast`, typedForecast(0)))).toEqual([
      400,
      [['round', 'malformed-number']],
    ]);
  });

  it('as a question of an unknown sum, or of years that are none', async () => {
    expect(fieldErrors(await api.get(`${path}/accuracy?measure=taxes`))).toEqual([
      400,
      [['measure', 'unknown-value']],
    ]);
    expect(fieldErrors(await api.get(`${followUpPath}/accuracy?years=2023,`))).toEqual([
      400,
      [['years', 'malformed-fiscal-year']],
    ]);
  });
});
