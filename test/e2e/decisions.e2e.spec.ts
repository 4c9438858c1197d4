import { readFile } from 'node:fs/promises';
import { BasisRegister } from '#libs/decisions/contract';
import { parseCitation, type Basis } from '#libs/kernel';
import { startApi, type TestApi } from '../support/api.js';

const sn = '/api/v1/alingsas/committees/SN';
const paragraph46 = `${sn}/decisions/2023-09-19/46`;
const text = 'Socialnämnden godkänner delårsbokslutet.';
let api: TestApi;

interface Reference {
  readonly committees: readonly { readonly code: string; readonly name: string }[];
  readonly decisions: readonly { readonly citation: string; readonly subject: string }[];
}

beforeAll(async () => {
  api = await startApi();
  const file = new URL('../../apps/cli/src/demo/reference.json', import.meta.url);
  const reference = JSON.parse(await readFile(file, 'utf8')) as Reference;
  for (const committee of reference.committees) {
    await api.post('/api/v1/alingsas/committees', { ...committee, validFrom: '2019-01-01' });
  }
  for (const date of ['2023-03-21', '2023-05-16', '2023-09-19']) await api.post(`${sn}/meetings`, { date });
  for (const { citation, subject } of reference.decisions) {
    const { body, date, paragraph } = parseCitation(citation) ?? { body: '', date: '', paragraph: 0 };
    const registered = await api.post(`/api/v1/alingsas/committees/${body}/decisions`, {
      date,
      paragraph,
      subject,
    });
    expect(registered.status).toBe(201);
  }
});
afterAll(() => api.close());

describe('decisions over HTTP', () => {
  it('are registered with warnings for a date off the calendar and a gap', async () => {
    const registered = await api.post(`${sn}/decisions`, {
      date: '2023-04-21',
      paragraph: 26,
      subject: 'Delegation',
    });
    expect(registered).toMatchObject({
      status: 201,
      headers: { location: `${sn}/decisions/2023-04-21/26` },
      body: {
        warnings: [
          {
            code: 'date-off-the-calendar',
            facts: { citation: 'SN 2023-04-21, § 26', calendar: ['2023-03-21', '2023-05-16'] },
          },
          {
            code: 'paragraph-gap',
            facts: { missingFrom: 23, missingTo: 25 },
            detail: 'Före SN 2023-04-21, § 26 saknas § 23–25.',
          },
        ],
      },
    });
  });

  it('live from registration to legal force', async () => {
    const corrected = await api.post(`${paragraph46}/corrections`, { text, reason: 'Texten saknades' });
    expect(corrected).toMatchObject({ status: 201, headers: { location: paragraph46 } });
    const approved = await api.post(`${paragraph46}/minutes-approval`, { approvedOn: '2023-10-04' });
    expect(approved.body).toMatchObject({ warnings: [{ code: 'minutes-approved-late' }] });
    const announced = await api.post(`${paragraph46}/notice`, { publishedOn: '2023-10-09' });
    expect(announced.body).toMatchObject({ warnings: [{ code: 'notice-late' }] });
    await api.post(`${paragraph46}/notice`, { publishedOn: '2023-10-09', removedOn: '2023-10-31' });

    const stages = await Promise.all(
      ['2023-09-19', '2023-10-04', '2023-10-30', '2023-10-31'].map(async (asOf) => {
        const { body } = await api.read<{ stage: string }>(`${paragraph46}?asOf=${asOf}`);
        return body.stage;
      }),
    );
    expect(stages).toEqual(['registered', 'minutesApproved', 'announced', 'legalForce']);
    expect((await api.read(paragraph46)).body).toMatchObject({
      citation: 'SN 2023-09-19, § 46',
      subject: 'Delårsbokslut, prognos',
      text,
      stage: 'legalForce',
      appealPeriod: { from: '2023-10-09', to: '2023-10-30', legalForceOn: '2023-10-31' },
      former: [{ content: { text: null }, reason: 'Texten saknades' }],
    });
  });

  it('are listed by number, of one year or of all, a page at a time', async () => {
    const year = await api.read(`${sn}/decisions?year=2023&limit=3`);
    expect(year.body).toMatchObject({
      items: [{ paragraph: 19 }, { paragraph: 22 }, { paragraph: 26 }],
      next: '2023.00026',
    });
    const all = await api.read<{ items: readonly { citation: string }[] }>(`${sn}/decisions`);
    expect(all.body.items.map(({ citation }) => citation)).toEqual([
      'SN 2019-09-24, § 84',
      'SN 2023-03-21, § 19',
      'SN 2023-03-21, § 22',
      'SN 2023-04-21, § 26',
      'SN 2023-04-21, § 28',
      'SN 2023-05-16, § 32',
      'SN 2023-06-13, § 39',
      'SN 2023-08-22, § 43',
      'SN 2023-09-19, § 46',
      'SN 2023-10-24, § 51',
      'SN 2023-11-14, § 55',
      'SN 2023-12-12, § 60',
      'SN 2024-09-17, § 42',
    ]);
  });

  it('can be cited by others, in any spelling', async () => {
    const renamed = await api.post(`${sn}/name`, {
      name: 'Social- och arbetsmarknadsnämnden',
      effectiveOn: '2025-01-01',
      citation: 'KF 2024-11-06 §149',
    });
    expect(renamed.status).toBe(200);
  });
});

describe('meetings over HTTP', () => {
  it('are read by year, with their paragraphs', async () => {
    const { body, status } = await api.read<{ meetings: readonly object[] }>(`${sn}/meetings?year=2023`);
    expect(status).toBe(200);
    expect(body.meetings.slice(0, 3)).toMatchObject([
      { date: '2023-03-21', status: 'scheduled', paragraphs: [19, 22] },
      { date: '2023-04-21', status: 'offCalendar', paragraphs: [26, 28] },
      { date: '2023-05-16', status: 'scheduled', paragraphs: [32] },
    ]);
    expect((await api.read(`${sn}/meetings?year=2031`)).body).toMatchObject({ meetings: [], revision: -1 });
  });

  it('are moved and called off', async () => {
    await api.post(`${sn}/meetings`, { date: '2027-03-16', kind: 'extraordinary', place: 'Rådhuset' });
    const moved = await api.post(`${sn}/meetings/2027-03-16/move`, { to: '2027-03-23' });
    expect(moved).toMatchObject({ status: 200, headers: { location: `${sn}/meetings?year=2027` } });
    await api.post(`${sn}/meetings/2027-03-23/cancellation`, { reason: 'Inga ärenden' });
    const { body } = await api.read(`${sn}/meetings?year=2027`);
    expect(body['meetings']).toMatchObject([
      { date: '2027-03-16', status: 'moved', movedTo: '2027-03-23' },
      { date: '2027-03-23', status: 'cancelled', kind: 'extraordinary', reason: 'Inga ärenden' },
    ]);
  });
});

describe('decisions are refused', () => {
  it.each([
    ['a number that is taken', { date: '2023-12-12', paragraph: 28 }, 409, 'paragraph-taken'],
    ['a number out of order', { date: '2023-12-12', paragraph: 30 }, 409, 'paragraph-out-of-order'],
    ['a meeting that has not been held', { date: '2199-03-12', paragraph: 1 }, 422, 'decision-in-the-future'],
    ['a time before the committee', { date: '2018-12-11', paragraph: 1 }, 409, 'committee-not-in-force'],
    ['a number that is none', { date: '2023-12-12', paragraph: 0 }, 400, 'invalid-request'],
  ])('for %s', async (_, paragraph, status, code) => {
    const answer = await api.post(`${sn}/decisions`, { ...paragraph, subject: 'Ärende' });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('with the neighbours that the number does not fit between', async () => {
    const answer = await api.post(`${sn}/decisions`, {
      date: '2023-12-12',
      paragraph: 30,
      subject: 'Ärende',
    });
    expect(answer.body).toMatchObject({
      facts: { citation: 'SN 2023-12-12, § 30', before: 'SN 2023-04-21, § 28', after: 'SN 2023-05-16, § 32' },
      detail:
        'Nummer stiger med sammanträdesdatum, och SN 2023-12-12, § 30 skulle stå mellan SN 2023-04-21, § 28 och SN 2023-05-16, § 32. Kontrollera nummer och datum.',
    });
  });

  it('where the formalities come in the wrong order', async () => {
    const unapproved = `${sn}/decisions/2023-03-21/19`;
    expect(await api.post(`${unapproved}/notice`, { publishedOn: '2023-03-30' })).toMatchObject({
      status: 409,
      body: { code: 'minutes-not-approved' },
    });
    expect(await api.post(`${unapproved}/minutes-approval`, { approvedOn: '2023-03-20' })).toMatchObject({
      status: 422,
      body: { code: 'approved-before-meeting' },
    });
    expect(
      await api.post(`${sn}/decisions/2023-03-22/19/minutes-approval`, { approvedOn: '2023-03-30' }),
    ).toMatchObject({
      status: 404,
      body: { code: 'decision-unknown', facts: { registeredAs: 'SN 2023-03-21, § 19' } },
    });
  });

  it('and nothing is recorded by a refusal', async () => {
    const before = await api.read(`${sn}/meetings?year=2023`);
    await api.post(`${sn}/decisions`, { date: '2023-12-12', paragraph: 30, subject: 'Ärende' });
    expect((await api.read(`${sn}/meetings?year=2023`)).headers['etag']).toBe(before.headers['etag']);
    expect(await api.get(`${sn}/decisions/2023-12-12/30`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });

  it('unless the same request is repeated, which is answered as it was', async () => {
    const body = { date: '2023-12-12', paragraph: 61, subject: 'Internkontrollplan' };
    const headers = { 'idempotency-key': 'paragraf-61' };
    const first = await api.post(`${sn}/decisions`, body, headers);
    expect(await api.post(`${sn}/decisions`, body, headers)).toMatchObject({ status: 201, body: first.body });
  });
});

describe('what a fact of another context rests on', () => {
  const cites = (citation: string, effectiveOn = '2023-09-19'): Basis => ({
    kind: 'decision',
    citation,
    effectiveOn,
  });
  const ask = (committee: string, basis: Basis, tenant = 'alingsas') =>
    api.app.get(BasisRegister).objection(tenant, committee, basis);
  const wayOut = '/api/v1/alingsas/committees/SN/decisions';

  it('holds where the paragraph is registered and the committee in force', async () => {
    expect(await ask('VON', cites('SN 2023-09-19, § 46'))).toBeNull();
  });

  it('needs no paragraph where it is a report or uncited', async () => {
    const effectiveOn = '2023-09-19';
    expect(await ask('SN', { kind: 'report', effectiveOn })).toBeNull();
    expect(await ask('SN', { kind: 'uncited', reason: 'Framgår inte', effectiveOn })).toBeNull();
  });

  it('is refused with the way out where the paragraph is not registered', async () => {
    expect(await ask('SN', cites('SN 2023-09-19, § 47'))).toEqual({
      code: 'citation-not-registered',
      facts: { citation: 'SN 2023-09-19, § 47', registeredAs: null, wayOut },
    });
  });

  it('is refused with the right date where the paragraph is registered for another', async () => {
    expect(await ask('SN', cites('SN 2023-09-18, § 46'))).toEqual({
      code: 'citation-not-registered',
      facts: { citation: 'SN 2023-09-18, § 46', registeredAs: 'SN 2023-09-19, § 46', wayOut },
    });
  });

  it.each([
    ['SN', '2018-12-31', 'alingsas', 'committee-not-in-force'],
    ['XYZ', '2023-09-19', 'alingsas', 'committee-unknown'],
    ['SN', '2023-09-19', 'lerum', 'committee-unknown'],
  ])('is refused for %s on %s in %s: %s', async (committee, effectiveOn, tenant, code) => {
    expect((await ask(committee, cites('SN 2023-09-19, § 46', effectiveOn), tenant))?.code).toBe(code);
  });

  it('asks only for the paragraph where there is no committee yet', async () => {
    const register = api.app.get(BasisRegister);
    expect(await register.citationObjection('alingsas', cites('KF 2024-11-06, § 149'))).toBeNull();
    expect((await register.citationObjection('alingsas', cites('KF 2024-11-06, § 150')))?.code).toBe(
      'citation-not-registered',
    );
  });
});
