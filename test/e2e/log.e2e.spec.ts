import { startApi, type TestApi } from '../support/api.js';

const alingsas = '/api/v1/alingsas';
const sn = `${alingsas}/committees/SN`;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await api.post(`${alingsas}/committees`, { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' });
  await api.post(`${alingsas}/committees`, {
    code: 'KF',
    name: 'Kommunfullmäktige',
    validFrom: '2019-01-01',
  });
  await api.post(`${alingsas}/committees/KF/decisions`, {
    date: '2024-11-06',
    paragraph: 149,
    subject: 'Budget',
  });
  await api.post(`${sn}/name`, {
    name: 'Omsorgsnämnden',
    effectiveOn: '2025-01-01',
    citation: 'KF 2024-11-06, § 149',
  });
  await api.post('/api/v1/lerum/committees', { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' });
});
afterAll(() => api.close());

interface Log {
  readonly items: readonly { readonly type: string }[];
  readonly next: string;
  readonly atEnd: boolean;
}

const log = (query = '') => api.get<Log>(encodeURI(`${alingsas}/events${query}`));
const citations = (query = '') => api.get(encodeURI(`${alingsas}/citations${query}`));
const types = ({ body }: { readonly body: Log }) => body.items.map(({ type }) => type);

describe('the log over HTTP', () => {
  it('gives every field of every event, oldest first', async () => {
    const answer = await log();
    expect(answer.status).toBe(200);
    expect(types(answer)).toEqual([
      'CommitteeEstablished',
      'CommitteeEstablished',
      'DecisionRegistered',
      'CommitteeRenamed',
    ]);
    expect(answer.body.items[3]).toEqual({
      type: 'CommitteeRenamed',
      data: { name: 'Omsorgsnämnden' },
      basis: { kind: 'decision', citation: 'KF 2024-11-06, § 149', effectiveOn: '2025-01-01' },
      record: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        schemaVersion: 1,
        stream: 'alingsas:organisation-SN.committee',
        revision: 1,
        position: expect.any(String),
        actor: { id: expect.any(String), role: expect.any(String), committee: null },
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        commandId: expect.any(String),
        correlationId: expect.any(String),
        causationId: null,
        requestHash: null,
        warnings: [],
      },
    });
    expect(answer.body.atEnd).toBe(true);
  });

  it('is read a page at a time, in either direction', async () => {
    const seen: string[] = [];
    let page = await log('?limit=3');
    for (seen.push(...types(page)); !page.body.atEnd; seen.push(...types(page))) {
      page = await log(`?limit=3&after=${page.body.next}`);
    }
    expect(seen).toEqual(types(await log()));
    expect(types(await log('?limit=1&direction=backwards'))).toEqual(['CommitteeRenamed']);
  });

  it.each([
    ['stream=organisation-SN.committee', 2],
    ['stream=alingsas:organisation-SN.committee', 2],
    ['streamPrefix=organisation-', 3],
    ['type=DecisionRegistered,CommitteeRenamed', 2],
    ['actor=nobody', 0],
    ['citation=KF 2024-11-06 §149', 2],
    ['effectiveFrom=2024-11-06&effectiveTo=2024-12-31', 1],
    ['recordedFrom=2026-01-01T00:00:00.000Z&type=CommitteeRenamed', 1],
    ['recordedTo=2026-01-01T00:00:00.000Z', 0],
  ])('filtered by %s has %d events', async (filter, count) => {
    expect(types(await log(`?${filter}`))).toHaveLength(count);
  });

  it.each([
    ['stream=lerum:organisation-SN.committee', 'stream', 'malformed-value'],
    ['stream=organisation', 'stream', 'malformed-value'],
    ['type=kommitté', 'type', 'malformed-value'],
    ['citation=10 kap. 8-9 §§', 'citation', 'malformed-citation'],
    ['limit=1001', 'limit', 'number-out-of-range'],
    ['tenant=lerum', 'tenant', 'unknown-field'],
  ])('refuses %s', async (filter, parameter, code) => {
    expect(await log(`?${filter}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ parameter, code }] },
    });
  });
});

describe('what rests on a paragraph', () => {
  it('is the decision itself and every fact that cites it', async () => {
    const { body } = await citations('?q=KF 2024-11-06 §149');
    expect(body).toMatchObject({
      citation: 'KF 2024-11-06, § 149',
      items: [
        { event: { type: 'DecisionRegistered', data: { subject: 'Budget' } }, cites: null },
        {
          event: { type: 'CommitteeRenamed', record: { stream: 'alingsas:organisation-SN.committee' } },
          cites: null,
        },
      ],
      atEnd: true,
    });
  });

  it('is nothing for a paragraph that nobody has registered', async () => {
    expect((await citations('?q=KF 2024-11-06, § 150')).body).toMatchObject({ items: [] });
  });

  it('is refused for what is no paragraph', async () => {
    expect(await citations('?q=kommunallagen 6 kap. 6 §')).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'q', code: 'malformed-citation' }] },
    });
    expect(await citations()).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'q', code: 'missing-field' }] },
    });
  });
});

describe('what stands without a paragraph', () => {
  const plan = `${sn}/action-plans/2024-09-17.42`;
  const reason = 'Protokollet är inte justerat.';
  const uncited = (query = '') => api.read<{ items: readonly object[] }>(`${alingsas}/uncited${query}`);

  beforeAll(async () => {
    for (const [date, paragraph] of [
      ['2024-09-17', 42],
      ['2024-11-19', 58],
    ] as const) {
      await api.post(`${sn}/decisions`, { date, paragraph, subject: 'Handlingsplan' });
    }
    await api.post(`${sn}/action-plans`, {
      citation: 'SN 2024-09-17, § 42',
      title: 'Handlingsplan för ekonomi i balans',
      fiscalYears: [2024, 2025],
      measures: [{ id: 'staffing', text: 'Minska arbetsstyrkan med tre årsarbetare' }],
    });
    await api.post(`${plan}/measures`, {
      uncited: { reason, effectiveOn: '2024-11-19' },
      measure: { id: 'vacancies', text: 'Vakansprövning' },
    });
  });

  it('is listed with the reason and its place, by committee', async () => {
    const listed = {
      items: [
        {
          stream: 'actionPlan-SN.2024-09-17.42',
          type: 'MeasureAdded',
          revision: expect.any(Number),
          eventId: expect.any(String),
          reason,
          effectiveOn: '2024-11-19',
          recordedAt: expect.any(String),
        },
      ],
      next: null,
    };
    expect((await uncited()).body).toEqual(listed);
    expect((await uncited('?committee=SN')).body).toEqual(listed);
    expect((await uncited('?committee=KF')).body).toEqual({ items: [], next: null });
    expect((await uncited('?asOf=2024-11-18')).body).toEqual({ items: [], next: null });
    expect(await uncited('?committee=sn')).toMatchObject({ status: 400 });
  });

  it('leaves the list when a later fact cites it, and then rests on that paragraph', async () => {
    const [fact] = (await api.read<{ items: readonly { revision: number }[] }>(`${alingsas}/uncited`)).body
      .items;
    const cited = await api.post(`${plan}/citations`, {
      revision: fact?.revision,
      citation: 'SN 2024-11-19, § 58',
    });
    expect(cited.status).toBeLessThan(300);
    expect((await uncited()).body).toEqual({ items: [], next: null });
    expect((await citations('?q=SN 2024-11-19, § 58')).body).toMatchObject({
      items: [
        { event: { type: 'DecisionRegistered' }, cites: null },
        { event: { type: 'FactCited' }, cites: { type: 'MeasureAdded', basis: { kind: 'uncited', reason } } },
      ],
    });
  });
});
