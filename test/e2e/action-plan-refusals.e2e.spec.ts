import { startApi, type TestApi } from '../support/api.js';

const committee = '/api/v1/alingsas/committees/SN';
const plans = `${committee}/action-plans`;
const plan = `${plans}/2024-09-17.42`;
const adoption = {
  citation: 'SN 2024-09-17, § 42',
  title: 'Handlingsplan för ekonomi i balans',
  fiscalYears: [2024, 2025],
  measures: [
    { id: 'staffing', text: 'Minska arbetsstyrkan med tre årsarbetare' },
    { id: 'vacancies', text: 'Vakansprövning' },
  ],
};

let api: TestApi;

/** A plan with a measure that was changed on 2025-05-20 and one that was cancelled then. */
beforeAll(async () => {
  api = await startApi();
  const later = { citation: 'SN 2025-05-20, § 33' };
  const requests: readonly (readonly [string, object])[] = [
    ['/api/v1/alingsas/committees', { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' }],
    [`${committee}/decisions`, { date: '2024-09-17', paragraph: 42, subject: 'Handlingsplan' }],
    [`${committee}/decisions`, { date: '2025-05-20', paragraph: 33, subject: 'Revidering' }],
    [plans, adoption],
    [`${plan}/measures/staffing/changes`, { ...later, changes: { dueOn: '2025-06-30' } }],
    [`${plan}/measures/vacancies/cancellation`, { ...later, reason: 'Ersätts av det mobila teamet.' }],
  ];
  for (const [path, body] of requests) await api.record(path, body);
});

afterAll(() => api.close());

const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
  status,
  body['code'],
];

describe('what an action plan does not take', () => {
  const staffing = `${plan}/measures/staffing`;
  const report = { year: 2025, round: 2, status: 'onTrack', effectiveOn: '2025-04-15' };

  it.each<[string, string, object, number, string]>([
    ['a measure of another plan', `${plan}/measures/other/progress`, report, 404, 'measure-unknown'],
    ['a report of a cancelled measure', `${plan}/measures/vacancies/progress`, report, 409, 'measure-ended'],
    [
      'a report from before the plan',
      `${staffing}/progress`,
      { ...report, effectiveOn: '2024-09-16' },
      422,
      'effective-before-its-subject',
    ],
    [
      'an amount finer than its unit',
      `${staffing}/progress`,
      { ...report, realisedEffect: { precision: 'tkr', amounts: [{ amountOre: 5 }] } },
      422,
      'amount-finer-than-precision',
    ],
    [
      'a year twice',
      `${staffing}/progress`,
      { ...report, realisedEffect: { amounts: [{ amountOre: 5 }, { amountOre: 6 }] } },
      422,
      'effect-year-repeated',
    ],
    [
      'a change that changes nothing',
      `${staffing}/changes`,
      { citation: 'SN 2025-05-20, § 33', changes: { dueOn: '2025-06-30' } },
      422,
      'nothing-changed',
    ],
    [
      'a change behind a later one',
      `${staffing}/changes`,
      { effectiveOn: '2025-01-01', changes: { dueOn: '2025-12-31' } },
      422,
      'effective-before-later-change',
    ],
    [
      'a person',
      `${staffing}/changes`,
      { effectiveOn: '2025-06-01', changes: { responsibleRole: 'Anna Lind' } },
      422,
      'responsible-not-a-role',
    ],
    [
      'an unknown account group',
      `${staffing}/changes`,
      { effectiveOn: '2025-06-01', changes: { accountGroup: 'consultants' } },
      422,
      'measure-account-group-unknown',
    ],
    [
      'an id that is taken',
      `${plan}/measures`,
      { citation: 'SN 2025-05-20, § 33', measure: { id: 'staffing', text: 'x' } },
      409,
      'measure-id-taken',
    ],
    [
      'a revision that names a measure twice',
      `${plan}/revisions`,
      {
        citation: 'SN 2025-05-20, § 33',
        cancelled: [
          { measureId: 'staffing', reason: 'x' },
          { measureId: 'staffing', reason: 'y' },
        ],
      },
      422,
      'measure-named-twice',
    ],
    [
      'a citation of what has one',
      `${plan}/citations`,
      { revision: 0, citation: 'SN 2025-05-20, § 33' },
      409,
      'fact-not-uncited',
    ],
    [
      'a report without a date',
      `${staffing}/progress`,
      { year: 2025, round: 2, status: 'onTrack' },
      400,
      'invalid-request',
    ],
    [
      'a status of its own making',
      `${staffing}/progress`,
      { ...report, status: 'fine' },
      400,
      'invalid-request',
    ],
    [
      'an id in capitals',
      `${plan}/measures`,
      { citation: 'SN 2025-05-20, § 33', measure: { id: 'Staffing', text: 'x' } },
      400,
      'invalid-request',
    ],
    ['no measures', plans, { ...adoption, measures: [] }, 400, 'invalid-request'],
    ['a year that is none', plans, { ...adoption, fiscalYears: [2024.5] }, 400, 'invalid-request'],
  ])('is refused with what stood in the way: %s', async (_, path, body, status, code) => {
    const answer = await api.post(path, body);
    expect([...codeOf(answer), answer.body['detail']]).toEqual([status, code, expect.any(String)]);
  });

  it.each([
    ['from after to', `${plan}/history?from=2025-01-02&to=2025-01-01`],
    ['a plan id that is none', `${plans}/2024-02-30.1`],
  ])('is refused as a question: %s', async (_, path) => {
    expect(codeOf(await api.get(path))).toEqual([400, 'invalid-request']);
  });

  it('is recorded once where it is sent twice with the same key', async () => {
    const key = { 'idempotency-key': 'progress-2025-2' };
    const first = await api.post(`${staffing}/progress`, report, key);
    const retry = await api.post(`${staffing}/progress`, report, key);
    expect(first.status).toBe(200);
    expect(retry.body).toEqual(first.body);
  });
});
