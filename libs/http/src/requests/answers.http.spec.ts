import { faults, startNotesApp, type NotesApp } from '../testing/notes-app.http.js';

const notes = '/api/v1/alingsas/committees/SN/notes';
let app: NotesApp;

beforeAll(async () => {
  app = await startNotesApp();
});

afterAll(() => app.close());

describe('a question', () => {
  const budget = '/api/v1/alingsas/committees/SN/budgets/2025';

  it('is answered with the revision as its tag', async () => {
    const response = await app.get(
      `${budget}?asOf=2025-03-01&knownAt=2025-04-01T00:00:00.000Z&afterPosition=7`,
    );

    expect(response.headers['etag']).toBe('"4"');
    expect(response.body).toMatchObject({
      committee: 'SN',
      year: 2025,
      asOf: '2025-03-01',
      afterPosition: '7',
    });
  });

  it('may be asked for its head only', async () => {
    const response = await app.get(budget, 'HEAD');

    expect([response.status, response.body, response.headers['etag']]).toEqual([200, {}, '"4"']);
  });

  it.each<[string, string, string]>([
    ['a year in another form', '/02025', 'year malformed-fiscal-year'],
    ['a year with an exponent', '/2e3', 'year malformed-fiscal-year'],
    ['a date that is none', '/2025?asOf=yesterday', 'asOf malformed-date'],
    ['a date twice', '/2025?asOf=2025-01-01&asOf=2025-01-02', 'asOf repeated-parameter'],
    ['an unknown parameter', '/2025?as_of=2025-01-01', 'as_of unknown-field'],
    ['a position that is none', "/2025?afterPosition=';drop", 'afterPosition malformed-position'],
  ])('is refused: %s', async (_, rest, expected) => {
    const response = await app.get(`/api/v1/alingsas/committees/SN/budgets${rest}`);

    expect([response.status, ...faults(response)]).toEqual([400, expected]);
  });

  it.each<[string, string, number, string]>([
    ['nothing there', budget.replace('2025', '1999'), 404, 'not-found'],
    ['no such route', '/api/v1/alingsas/nothing', 404, 'route-not-found'],
    ['a trailing slash', `${budget}/`, 404, 'route-not-found'],
    ['a broken escape', '/api/v1/%E0%A4%A/committees', 400, 'malformed-url'],
    ['a segment without end', `/api/v1/${'a'.repeat(600)}/committees/SN/budgets/2025`, 414, 'uri-too-long'],
    ['a view that lags', `${budget}?afterPosition=99`, 503, 'read-model-behind'],
    ['the wrong method', notes, 405, 'method-not-allowed'],
  ])('is refused as a problem: %s', async (_, url, status, code) => {
    const response = await app.get(url);

    expect([response.status, response.body['code']]).toEqual([status, code]);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('says when to ask again, and which methods a path takes', async () => {
    expect((await app.get(`${budget}?afterPosition=99`)).headers['retry-after']).toBe('1');
    expect((await app.get(notes)).headers['allow']).toBe('POST');
  });
});
