import { startApi, type Answer, type Answered, type TestApi } from '../support/api.js';
import { committeePath } from '../support/budget-year.js';
import { municipalityPath, recordErasableYear } from '../support/erasable-year.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await recordErasableYear(api);
});
afterAll(() => api.close());

const get = <Body = Answered>(path: string) => api.get<Body>(encodeURI(path));
const fieldErrors = ({ status, body }: Answer) => [
  status,
  ...(body['errors'] ?? []).map(({ parameter, code }) => `${String(parameter)} ${String(code)}`),
];

describe('what is asked for in words', () => {
  it.each([
    ['replay?asOf=2025-02-30', 'asOf malformed-date'],
    ['replay?knownAt=2025-02-03', 'knownAt malformed-instant'],
    ['replay?after=nowhere', 'afterPosition malformed-position'],
    ['replay?afterPosition=nowhere', 'afterPosition malformed-position'],
    ['replay?limit=1001', 'limit number-out-of-range'],
    ['diff?from=2025-02-03&to=2025-02-02', 'to malformed-value'],
    ['diff?from=2025-02-03', 'to missing-field'],
    ['diff?to=2025-02-03', 'from missing-field'],
    ['diff?from=2025-02-03&to=igår', 'to malformed-date'],
    ['explain', 'item missing-field'],
    ['explain?item=budgets//otherCosts', 'item malformed-value'],
    ['explain?item=/budgets', 'item malformed-value'],
    [`explain?item=${'a'.repeat(301)}`, 'item malformed-value'],
  ])('is refused: %s', async (query, expected) => {
    expect(fieldErrors(await get(`${committeePath}/${query}`))).toEqual([400, expected]);
  });

  it('is refused of what is no paragraph, or none at all', async () => {
    expect(fieldErrors(await get(`${municipalityPath}/explain?citation=10 kap. 8 §`))).toEqual([
      400,
      'citation malformed-citation',
    ]);
    expect(fieldErrors(await get(`${municipalityPath}/explain`))).toEqual([400, 'citation missing-field']);
  });

  it.each([
    ['BUN/replay', 'committee-unknown'],
    ['SN/replay?asOf=2018-12-31', 'not-found'],
    ['SN/diff?from=2018-01-01&to=2018-12-31', 'not-found'],
    ['SN/explain?item=budgets&asOf=2018-12-31', 'not-found'],
  ])('does not exist where nothing is known of the committee: %s', async (query, code) => {
    const answer = await get(`${municipalityPath}/committees/${query}`);
    expect(answer).toMatchObject({ status: 404, body: { code } });
  });

  it('is refused of a path that leads nowhere, with what is near', async () => {
    expect(await get(`${committeePath}/explain?item=budgets/2025/otherCost`)).toMatchObject({
      status: 404,
      body: {
        code: 'item-unknown',
        title: 'Sökvägen leder inte till något',
        detail: expect.stringContaining('Det som finns: budgets/2025/otherCosts, '),
        facts: { near: expect.arrayContaining(['budgets/2025/staffCosts']) },
      },
    });
    expect(await get(`${committeePath}/explain?item=budget`)).toMatchObject({
      status: 404,
      body: { facts: { near: expect.arrayContaining(['budgets', 'follow-up']) } },
    });
  });

  it('is refused of a paragraph that nobody has registered and nothing rests on', async () => {
    expect(await get(`${municipalityPath}/explain?citation=SN 2025-04-22, § 34`)).toMatchObject({
      status: 404,
      body: {
        code: 'paragraph-unknown',
        detail:
          'Ingen har registrerat SN 2025-04-22, § 34, och inget vilar på den, vid den tid som frågan avser.',
      },
    });
  });
});
