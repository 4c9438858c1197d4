import { startApi, type TestApi } from '../support/api.js';

const alingsas = '/api/v1/alingsas';
let api: TestApi;

interface AccountGroups {
  readonly groups: readonly { readonly name: string }[];
}

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the register over HTTP', () => {
  it('names the municipality', async () => {
    const named = await api.post(alingsas, { name: 'Alingsås kommun', effectiveOn: '1974-01-01' });
    expect(named).toMatchObject({ status: 201, headers: { location: alingsas, etag: '"0"' } });
    expect(named.body).toMatchObject({
      stream: 'alingsas:organisation.municipality',
      revision: 0,
      warnings: [],
    });
    expect(await api.read(`${alingsas}?asOf=2023-09-19`)).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { name: 'Alingsås kommun', on: '2023-09-19' },
    });
  });

  it('establishes a committee where nothing is named yet', async () => {
    const committee = { code: 'VON', name: 'Vård- och omsorgsnämnden', validFrom: '2023-01-01' };
    const established = await api.post('/api/v1/lerum/committees', committee);
    expect(established).toMatchObject({ status: 201, headers: { location: '/api/v1/lerum/committees/VON' } });
    expect((await api.read('/api/v1/lerum/committees/VON')).body).toMatchObject({
      code: 'VON',
      inForce: true,
    });
    expect(await api.read('/api/v1/lerum')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('keeps names, terms and activities through time', async () => {
    await api.post(`${alingsas}/committees`, {
      code: 'KS',
      name: 'Kommunstyrelsen',
      validFrom: '1974-01-01',
    });
    await api.post(`${alingsas}/committees`, {
      code: 'SN',
      name: 'Socialnämnden',
      validFrom: '2019-01-01',
      validTo: '2026-12-31',
    });
    await api.post(`${alingsas}/committees/SN/name`, { name: 'Omsorgsnämnden', effectiveOn: '2025-01-01' });
    await api.post(`${alingsas}/committees/SN/activities`, {
      activity: 'Arbetsmarknadsenheten',
      fromCommittee: 'KS',
      effectiveOn: '2024-01-01',
    });
    const dissolved = await api.post(`${alingsas}/committees/SN/dissolution`, { lastDay: '2027-06-30' });
    expect(dissolved).toMatchObject({ status: 200, headers: { etag: '"5"' } });

    const [then, later] = await Promise.all([
      api.read(`${alingsas}/committees/SN?asOf=2024-12-31`),
      api.read(`${alingsas}/committees/SN?asOf=2027-07-01`),
    ]);
    expect(then.body).toMatchObject({
      name: 'Socialnämnden',
      inForce: true,
      activities: [{ activity: 'Arbetsmarknadsenheten', fromCommittee: 'KS', since: '2024-01-01' }],
    });
    expect(later.body).toMatchObject({
      name: 'Omsorgsnämnden',
      inForce: false,
      terms: [{ from: '2019-01-01', to: '2027-06-30' }],
    });
    const listed = await api.read(`${alingsas}/committees?asOf=2024-12-31`);
    expect(listed.body).toMatchObject({
      items: [{ code: 'KS', handedOver: [{ toCommittee: 'SN' }] }, { code: 'SN' }],
      next: null,
    });
  });

  it('lists the committees a page at a time', async () => {
    const first = await api.read(`${alingsas}/committees?limit=1`);
    expect(first.body).toMatchObject({ items: [{ code: 'KS' }], next: 'KS' });
    const second = await api.read(`${alingsas}/committees?limit=1&after=KS`);
    expect(second.body).toMatchObject({ items: [{ code: 'SN' }], next: null });
  });

  it('has account groups ready, and takes others from a date', async () => {
    const ready = await api.read(`${alingsas}/account-groups`);
    expect(ready.body).toMatchObject({ since: null, revision: -1 });
    const groups = [
      { id: 'revenue', name: 'Intäkter', kind: 'income' },
      { id: 'costs', name: 'Kostnader', kind: 'cost' },
    ];
    const ranges = [
      { from: '3', to: '3', accountGroup: 'revenue' },
      { from: '4', to: '79', accountGroup: 'costs' },
    ];
    const defined = await api.post(`${alingsas}/account-groups`, {
      groups,
      ranges,
      effectiveOn: '2024-01-01',
    });
    expect(defined.status).toBe(201);
    await api.post(`${alingsas}/account-groups/costs/name`, {
      name: 'Bruttokostnad',
      effectiveOn: '2025-01-01',
    });
    const names = await Promise.all(
      ['2023-12-31', '2024-12-31', '2025-01-01'].map(async (asOf) => {
        const { body } = await api.read<AccountGroups>(`${alingsas}/account-groups?asOf=${asOf}`);
        return body.groups[1]?.name;
      }),
    );
    expect(names).toEqual(['Personalkostnader', 'Kostnader', 'Bruttokostnad']);
  });
});

describe('the register refuses', () => {
  it('every path below a committee that is not in it', async () => {
    const answers = await Promise.all([
      api.get(`${alingsas}/committees/XYZ`),
      api.get(`${alingsas}/committees/XYZ/decisions`),
      api.post(`${alingsas}/committees/XYZ/name`, { name: 'Någon nämnd', effectiveOn: '2025-01-01' }),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 404,
        headers: { 'content-type': expect.stringContaining('application/problem+json') },
        body: {
          code: 'committee-unknown',
          facts: { committee: 'XYZ' },
          title: 'Nämnden finns inte i registret',
          detail: 'XYZ finns inte i kommunens register. Kontrollera koden, eller lägg upp nämnden först.',
        },
      });
    }
  });

  it('a time that meets another', async () => {
    const again = { code: 'SN', name: 'Socialnämnden', validFrom: '2018-01-01' };
    expect(await api.post(`${alingsas}/committees`, again)).toMatchObject({
      status: 409,
      body: {
        code: 'committee-already-established',
        facts: { committee: 'SN', term: { from: '2019-01-01', to: '2027-06-30' } },
      },
    });
  });

  it('a paragraph that is not registered', async () => {
    const body = { name: 'Socialnämnden', effectiveOn: '2026-01-01', citation: 'KS 2025-11-05 §150' };
    expect(await api.post(`${alingsas}/committees/SN/name`, body)).toMatchObject({
      status: 422,
      body: {
        code: 'citation-not-registered',
        facts: {
          citation: 'KS 2025-11-05, § 150',
          registeredAs: null,
          wayOut: '/api/v1/alingsas/committees/KS/decisions',
        },
      },
    });
  });

  it('accounts that would belong to two groups, and malformed ones', async () => {
    const groups = [{ id: 'revenue', name: 'Intäkter', kind: 'income' }];
    const define = (ranges: readonly object[]) =>
      api.post(`${alingsas}/account-groups`, { groups, ranges, effectiveOn: '2026-01-01' });
    const [first, second] = [
      { from: '3', to: '3', accountGroup: 'revenue' },
      { from: '30', to: '31', accountGroup: 'revenue' },
    ];
    expect(await define([first, second])).toMatchObject({ status: 422, body: { code: 'ranges-overlap' } });
    expect(await define([{ ...first, from: '3x' }])).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ pointer: '#/ranges/0/from', code: 'malformed-value' }] },
    });
  });

  it('a change of what was read before somebody else changed it', async () => {
    const body = { name: 'Socialnämnden', effectiveOn: '2026-01-01' };
    expect(await api.post(`${alingsas}/committees/SN/name`, body, { 'if-match': '"0"' })).toMatchObject({
      status: 412,
      body: { code: 'stale-revision', facts: { expectedRevision: 0, actualRevision: 5 } },
    });
  });
});
