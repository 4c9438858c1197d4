import type { TestApi } from './api.js';
import { budgetsPath, committeePath, uncited } from './budget-year.js';
import { followUpPath } from './follow-up-year.js';

export const municipalityPath = '/api/v1/alingsas';
export const planPath = `${committeePath}/action-plans/2024-09-17.42`;
export const erasurePath = `${municipalityPath}/erasures`;
export const citation = 'SN 2026-01-20, § 3';

/** Stands in every text that is to be erased, and nowhere else. */
export const secret = 'Uppgift om en enskild som inte skulle ha registrerats';

/** The ids of events by what they say; each has the secret in it. */
export interface Secrets {
  readonly forecast: string;
  readonly report: string;
  readonly added: string;
}

/** A committee with a budget, a forecast and an action plan for 2025, in which a secret stands thrice. */
export async function recordErasableYear(api: TestApi): Promise<Secrets> {
  for (const [code, name] of [
    ['SN', 'Socialnämnden'],
    ['KF', 'Kommunfullmäktige'],
  ]) {
    await api.record(`${municipalityPath}/committees`, { code, name, validFrom: '2019-01-01' });
  }
  for (const [date, paragraph] of [
    ['2024-09-17', 42],
    ['2025-03-18', 19],
    ['2025-04-22', 33],
    ['2026-01-20', 3],
  ] as const) {
    await api.record(`${committeePath}/decisions`, { date, paragraph, subject: 'Ärende' });
  }
  await api.record(`${budgetsPath}/2025`, { ...uncited('2024-11-06'), lines });
  await api.record(`${budgetsPath}/2025/reallocations`, reallocation(1));
  await api.record(`${budgetsPath}/2025/reallocations`, reallocation(2));
  await api.record(`${followUpPath}/2025/calendar`, {
    rounds: [{ round: 1, date: '2025-03-18', kind: 'monthly' }],
  });
  const forecast = await only(api, `${followUpPath}/2025/rounds/1/forecast`, {
    figureKind: 'variance',
    figures: [{ accountGroup: 'annualResult', amountOre: 100_000 }],
    comment: secret,
  });
  await api.record(`${committeePath}/action-plans`, {
    citation: 'SN 2024-09-17, § 42',
    title: 'Handlingsplan för ekonomi i balans',
    fiscalYears: [2025],
    measures: [{ id: 'staffing', text: 'Minska arbetsstyrkan med tre årsarbetare' }],
  });
  const report = await only(api, `${planPath}/measures/staffing/progress`, {
    year: 2025,
    round: 1,
    status: 'delayed',
    comment: secret,
    effectiveOn: '2025-03-18',
  });
  const added = await only(api, `${planPath}/measures`, {
    uncited: { reason: secret, effectiveOn: '2025-03-18' },
    measure: { id: 'vacancies', text: 'Vakansprövning' },
  });
  return { forecast, report, added };
}

export const reallocation = (thousands: number) => ({
  citation: 'SN 2025-04-22, § 33',
  changes: [
    { accountGroup: 'staffCosts', changeOre: thousands * 100_000 },
    { accountGroup: 'otherCosts', changeOre: thousands * -100_000 },
  ],
});

const lines = [
  { accountGroup: 'staffCosts', amountOre: -6_000_000_00 },
  { accountGroup: 'otherCosts', amountOre: -4_000_000_00 },
  { accountGroup: 'municipalGrant', amountOre: 10_000_000_00 },
];

/** The id of the one event that is recorded. */
async function only(api: TestApi, path: string, body: object): Promise<string> {
  const answer = await api.post<{ readonly eventIds: readonly string[] }>(path, body);
  const [id] = answer.body.eventIds ?? [];
  if (answer.status >= 300 || id === undefined) throw new Error(`${path} was refused: ${answer.text}`);
  return id;
}
