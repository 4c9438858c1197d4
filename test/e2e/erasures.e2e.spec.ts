import { ProjectionRunner } from '#libs/read-model';
import { startApi, type TestApi } from '../support/api.js';
import { committeePath } from '../support/budget-year.js';
import {
  citation,
  erasurePath,
  municipalityPath,
  planPath,
  reallocation,
  recordErasableYear,
  secret,
  type Secrets,
} from '../support/erasable-year.js';
import { sealedLog, tablesWith, until, verifiedRoot, type Erasures } from '../support/erasing.js';

const reason = 'Uppgifter om enskilda hade registrerats av misstag.';
let api: TestApi;
let secrets: Secrets;

beforeAll(async () => {
  api = await startApi();
  secrets = await recordErasableYear(api);
});
afterAll(() => api.close());

interface Logged {
  readonly type: string;
  readonly data: unknown;
  readonly erased?: object;
  readonly record: { readonly id: string; readonly revision: number; readonly erased?: true };
}
const log = async (query = '') =>
  (await api.get<{ items: readonly Logged[] }>(encodeURI(`${municipalityPath}/events?limit=100${query}`)))
    .body.items;
const erase = (events: readonly string[], headers?: Readonly<Record<string, string>>) =>
  api.post(erasurePath, { citation, events, reason }, headers);
const erasures = (query = '') => api.get<Erasures>(encodeURI(`${erasurePath}${query}`));
const idsOf = async (stream: string, type?: string) =>
  (await log(`&stream=${stream}${type ? `&type=${type}` : ''}`)).map(({ record }) => record.id);

describe('an erasure', () => {
  let before: { readonly root: string; readonly size: number };
  const key = { 'idempotency-key': 'gallring-2026-01-20' };

  beforeAll(async () => {
    const events = await sealedLog(api, 'alingsas');
    before = { root: verifiedRoot(events), size: events.length };
    // So that there is something in the read models to be got rid of.
    await api.app.get(ProjectionRunner).catchUp();
    expect(await tablesWith(api.databaseUrl, secret)).toEqual(
      expect.arrayContaining(['event_store.event', expect.stringMatching(/^read_model\.action_plan/)]),
    );
  });

  it('is recorded as every command is, and at once shows what it erased without its data', async () => {
    const answer = await erase([secrets.forecast, secrets.report, secrets.added], key);
    expect(answer).toMatchObject({
      status: 201,
      headers: { location: erasurePath, etag: '"0"', 'paragraf-position': expect.any(String) },
      body: { stream: 'alingsas:audit.erasures', revision: 0, warnings: [] },
    });
    const { eventIds, recordedAt } = answer.body as unknown as {
      readonly eventIds: readonly string[];
      readonly recordedAt: string;
    };
    const erased = { event: eventIds[0], citation, effectiveOn: '2026-01-20', recordedAt };
    const gone = (await log()).filter(({ record }) => record.erased);
    expect(gone.map(({ type, data, erased: by }) => [type, data, by])).toEqual([
      ['ForecastSubmitted', null, erased],
      ['MeasureProgressReported', null, erased],
      ['MeasureAdded', null, erased],
    ]);
    expect(await erase([secrets.forecast, secrets.report, secrets.added], key)).toMatchObject({
      status: 201,
      body: answer.body,
    });
  });

  it('leaves the text in no table, once it is carried out', async () => {
    await until(async () => (await erasures()).body.items.every(({ isCarriedOut }) => isCarriedOut));
    expect(await tablesWith(api.databaseUrl, secret)).toEqual([]);
  });

  it('leaves a log that is proved as before', async () => {
    const events = await sealedLog(api, 'alingsas');
    expect(events).toHaveLength(before.size + 1);
    expect(events.filter(({ content, salt }) => content === null && salt === null)).toHaveLength(3);
    expect(verifiedRoot(events.slice(0, before.size))).toBe(before.root);
    expect(verifiedRoot(events)).not.toBe(before.root);
  });

  it('is listed with its paragraph, its reason and its events, also by stream', async () => {
    const answer = await erasures();
    expect(answer.headers).toMatchObject({ etag: '"0"' });
    expect(answer.body).toEqual({
      revision: 0,
      next: null,
      items: [
        {
          event: expect.any(String),
          revision: 0,
          recordedAt: expect.any(String),
          actor: expect.objectContaining({ id: 'local' }),
          citation,
          effectiveOn: '2026-01-20',
          reason,
          isCarriedOut: true,
          events: [
            {
              id: secrets.forecast,
              stream: 'alingsas:followUp-SN.2025',
              revision: 1,
              type: 'ForecastSubmitted',
            },
            expect.objectContaining({ id: secrets.report }),
            expect.objectContaining({ id: secrets.added }),
          ],
        },
      ],
    });
    expect((await erasures('?stream=followUp-SN.2025')).body.items).toHaveLength(1);
    expect((await erasures('?stream=alingsas:budget-SN.2025')).body.items).toEqual([]);
    expect((await erasures('?after=0')).body.items).toEqual([]);
    expect(await erasures('?stream=lerum:budget-SN.2025')).toMatchObject({ status: 400 });
  });

  it('is told at its place in the history, and by the headers of what lacks it', async () => {
    const history = await api.get<{ entries: readonly { revision: number; sentence: string }[] }>(
      `${planPath}/history`,
    );
    const erased = `Uppgifterna är gallrade (${citation}).`;
    const sentences = history.body.entries.toSorted((a, b) => a.revision - b.revision);
    expect(sentences.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Nämnden antog'),
      erased,
      erased,
    ]);
    expect(history.headers).toMatchObject({
      'paragraf-erased': '2',
      link: `<${erasurePath}?stream=actionPlan-SN.2024-09-17.42>; rel="related"`,
    });
    const forecasts = await api.get(`${committeePath}/follow-up/2025/forecasts`);
    expect(forecasts).toMatchObject({ status: 200, headers: { 'paragraf-erased': '3' } });
    expect((await api.get(`${committeePath}/budgets/2025`)).headers['paragraf-erased']).toBeUndefined();
    expect((await api.get(`${municipalityPath}/uncited`)).headers['paragraf-erased']).toBe('3');
  });

  it('lets everything go on behind it, If-Match included', async () => {
    const plan = await api.get<{ measures: readonly { id: string }[] }>(planPath);
    expect(plan.body.measures.map(({ id }) => id)).toEqual(['staffing']);
    const measure = { citation: 'SN 2025-03-18, § 19', measure: { id: 'vacancies', text: 'Vakansprövning' } };
    const etag = String(plan.headers['etag']);
    const added = await api.post(`${planPath}/measures`, measure, { 'if-match': etag });
    expect([etag, added.status, added.headers['etag']]).toEqual(['"0"', 201, '"3"']);
    expect(await api.post(`${planPath}/measures`, measure, { 'if-match': etag })).toMatchObject({
      status: 412,
    });
    const forecast = { figureKind: 'variance', figures: [{ accountGroup: 'annualResult', amountOre: 0 }] };
    const path = `${committeePath}/follow-up/2025/rounds/1/forecast`;
    expect(await api.post(path, forecast)).toMatchObject({ status: 201, body: { warnings: [] } });
    await api.read(planPath);
  });

  it('refuses to erase again, and to erase what erases', async () => {
    expect(await erase([secrets.report])).toMatchObject({
      status: 409,
      body: { code: 'event-already-erased', facts: { citation, effectiveOn: '2026-01-20' } },
    });
    const [erasing] = await idsOf('audit.erasures');
    expect(await erase([erasing!])).toMatchObject({ status: 422, body: { code: 'erasing-decision-kept' } });
    expect(await erase([secrets.report], { 'if-match': '"-1"' })).toMatchObject({ status: 412 });
  });

  it('of a command leaves its key answered', async () => {
    const sent = { 'idempotency-key': 'reallocation-3' };
    const path = `${committeePath}/budgets/2025/reallocations`;
    const first = await api.post<{ eventIds: readonly string[] }>(path, reallocation(3), sent);
    expect(await erase(first.body.eventIds)).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(await api.post(path, reallocation(3), sent)).toMatchObject({ status: 201, body: first.body });
    const budget = await api.get<{ entries: readonly object[] }>(`${committeePath}/budgets/2025/history`);
    expect(budget.body.entries.at(-1)).toMatchObject({
      type: 'BudgetReallocated',
      data: null,
      changes: [],
      erased: { citation, sentence: `Uppgifterna är gallrade (${citation}).` },
    });
  });

  it('of a registered paragraph warns of what rests on it, and lets it be registered anew', async () => {
    const [first, second] = await idsOf('decisions-SN.2025', 'DecisionRegistered');
    const erased = await erase([first!, second!]);
    expect(erased).toMatchObject({
      status: 201,
      body: {
        warnings: [
          { code: 'cited-paragraph-erased', facts: { citation: 'SN 2025-03-18, § 19', citedBy: 1 } },
          { code: 'cited-paragraph-erased', facts: { citation: 'SN 2025-04-22, § 33', citedBy: 2 } },
        ],
      },
    });
    const decision = `${committeePath}/decisions/2025-03-18/19`;
    await until(async () => (await erasures()).body.items.every(({ isCarriedOut }) => isCarriedOut));
    expect(await api.get(decision)).toMatchObject({ status: 404, headers: { 'paragraf-erased': '2' } });
    const anew = { date: '2025-03-18', paragraph: 19, subject: 'Ärende utan uppgifter om enskilda' };
    expect(await api.post(`${committeePath}/decisions`, anew)).toMatchObject({ status: 201 });
    expect(await api.read(decision)).toMatchObject({ status: 200 });
    const resting = await api.get<{ items: readonly { event: Logged }[] }>(
      encodeURI(`${municipalityPath}/citations?q=SN 2025-03-18, § 19`),
    );
    expect(resting.body.items.map(({ event }) => [event.type, event.record.erased, event.erased])).toEqual([
      ['DecisionRegistered', true, expect.objectContaining({ citation })],
      ['MeasureAdded', undefined, undefined],
      ['DecisionRegistered', undefined, undefined],
    ]);
  });
});
