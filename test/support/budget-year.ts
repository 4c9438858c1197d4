import type { TestApi } from './api.js';

const municipality = '/api/v1/alingsas';
export const committeePath = `${municipality}/committees/SN`;
export const budgetsPath = `${committeePath}/budgets`;

export const uncited = (effectiveOn: string) => ({
  uncited: { reason: 'Paragrafen framgår inte av handlingarna.', effectiveOn },
});

/** Records, or fails with the path and the answer. */
export async function recorded(api: TestApi, path: string, body: object) {
  const answer = await api.post<{ readonly revision: number }>(path, body);
  expect([path, answer.status === 201 || answer.text]).toEqual([path, true]);
  return answer;
}

/** Reads what all posts so far have led to, or fails with the path and the status. */
export async function seen<Doc>(api: TestApi, path: string): Promise<Doc> {
  const { status, body } = await api.read<Doc>(path);
  expect([path, status]).toEqual([path, 200]);
  return body;
}

/** The committee, the council, and paragraphs that budgets rest on. */
export async function registerDecisions(api: TestApi): Promise<void> {
  for (const [code, name] of [
    ['SN', 'Socialnämnden'],
    ['KF', 'Kommunfullmäktige'],
  ]) {
    await recorded(api, `${municipality}/committees`, { code, name, validFrom: '2019-01-01' });
  }
  for (const [body, date, paragraph] of [
    ['KF', '2024-11-06', 149],
    ['KF', '2025-03-26', 41],
    ['SN', '2024-11-19', 71],
    ['SN', '2025-04-22', 33],
    ['SN', '2025-09-16', 61],
  ] as const) {
    await recorded(api, `${municipality}/committees/${body}/decisions`, {
      date,
      paragraph,
      subject: 'Budget',
    });
  }
}
