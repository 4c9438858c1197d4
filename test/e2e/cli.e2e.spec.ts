import { once } from 'node:events';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { demoRequests } from '../../apps/cli/src/demo/demo-requests.js';
import { readReference } from '../../apps/cli/src/demo/reference.js';
import { startApi, type TestApi } from '../support/api.js';
import { runSourceToEnd, spawnSource } from '../support/paragraf-process.js';

const cli = 'apps/cli/src/main.ts';
// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(120_000);
let api: TestApi;

/** The reference committee's years, entered as a user enters them; the server runs all the while. */
beforeAll(async () => {
  api = await startApi();
  for (const { path, body } of demoRequests(readReference())) await api.record(`/api/v1${path}`, body);
});

afterAll(() => api.close());

const environment = () => ({ DATABASE_URL: api.databaseUrl });
const paragraf = (...args: readonly string[]) => runSourceToEnd(cli, args, environment());
const linesOf = (text: string) => text.trimEnd().split('\n');

async function jsonOf<Answer>(...args: readonly string[]): Promise<Answer> {
  const { code, stdout, stderr } = await paragraf(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Answer;
}

describe('questions from the command line', () => {
  it('show the printed accuracy of 2023', async () => {
    const { code, stdout } = await paragraf('accuracy', '--committee', 'SN', '--year', '2023');
    expect(code).toBe(0);
    expect(stdout).toContain(' 6  Delårsbokslut                2023-09-19        0                    129\n');
    expect(stdout).toContain('Sista prognosens avvikelse av budgeterad nettokostnad: 0,06 %.');
    const answer = await jsonOf<{ table: readonly object[] }>('accuracy', '-c', 'SN', '-y', '2023');
    expect(answer.table).toHaveLength(10);
  });

  it('show several years beside each other, and say why a year has no figures', async () => {
    const { code, stdout } = await paragraf('accuracy', '-c', 'SN', '--years', '2023,2022');
    expect(code).toBe(0);
    expect(stdout).toContain('Nr  2022  2023  Medelfel');
    expect(stdout).toContain('2022 ingen uppgift (budgeten är inte antagen); 2023 129 tkr.');
  });

  it('tell the history of the only plan, and what differs between two dates', async () => {
    const { stdout } = await paragraf(
      'plan-history',
      '-c',
      'SN',
      '--from',
      '2024-09-16',
      '--to',
      '2024-12-31',
    );
    expect(stdout).toContain('2024-09-17  Nämnden antog handlingsplanen');
    expect(stdout).toContain('Planen var inte antagen 2024-09-16.');
    expect(Math.max(...linesOf(stdout).map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('play the log back to a date', async () => {
    const { stdout } = await paragraf('replay', '-c', 'SN', '--as-of', '2024-09-17');
    expect(linesOf(stdout)[0]).toBe('SN den 2024-09-17');
    expect(stdout).toContain('Verksamhetens nettokostnader     -245 082');
    expect(stdout).toContain('Ingen uppgift om effekt: 5 av 5 åtgärder.');
    const before = await jsonOf<{ actionPlans: readonly object[]; budgets: readonly { year: number }[] }>(
      'replay',
      '-c',
      'SN',
      '--as-of',
      '2024-09-16',
    );
    expect(before.actionPlans).toEqual([]);
    expect(before.budgets.map(({ year }) => year)).toEqual([2024]);
  });

  it('play the log back to what had been recorded at an instant', async () => {
    const { stdout } = await paragraf(
      'replay',
      '-c',
      'SN',
      '--as-of',
      '2024-09-17',
      '--known-at',
      '2024-09-17T12:00:00.000Z',
    );
    expect(stdout).toContain('Inget gällde eller var känt då.');
  });
});

describe('the log from the command line', () => {
  it('is listed event by event, filtered and paged', async () => {
    const { stdout } = await paragraf('events', '--citation', 'SN 2024-09-17 §42');
    expect(linesOf(stdout).map((line) => line.split('  ').slice(2, 4))).toEqual([
      ['decisions-SN.2024 0', 'DecisionRegistered'],
      ['actionPlan-SN.2024-09-17.42 0', 'ActionPlanAdopted'],
    ]);
    const first = linesOf((await paragraf('events', '--limit', '3', '--json')).stdout);
    const positions = first.map(
      (line) => (JSON.parse(line) as { record: { position: string } }).record.position,
    );
    const next = await paragraf('events', '--limit', '1', '--after', positions[1] ?? '', '--json');
    expect(linesOf(next.stdout)).toEqual([first[2]]);
  });

  it('is followed until the user has seen enough', async () => {
    const following = spawnSource(cli, ['events', '--follow', '--type', 'MeasureAdded'], environment());
    if (!following.stdout) throw new Error('The command has no output.');
    const line = once(createInterface(following.stdout), 'line').then(([text]) => String(text));
    const plan = '/api/v1/alingsas/committees/SN/action-plans/2024-09-17.42';
    const added = { citation: 'SN 2024-09-17, § 42', measure: { id: 'vacancies', text: 'Vakansprövning' } };
    await api.record(`${plan}/measures`, added);
    expect(await line).toContain('actionPlan-SN.2024-09-17.42 1  MeasureAdded');
    following.kill('SIGINT');
    expect(await once(following, 'close')).toEqual([130, null]);
  });
});

describe('read models from the command line', () => {
  it('are rebuilt, all or the one that is named', async () => {
    const { code, stdout } = await paragraf('rebuild', 'action-plans');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^action-plans: ombyggd ur \d+ händelser\.\n$/),
    ]);
    expect(linesOf((await paragraf('rebuild')).stdout).length).toBeGreaterThan(10);
  });

  it('are verified against the log, and fail loudly where a document was changed behind its back', async () => {
    expect((await paragraf('verify-read-models')).code).toBe(0);
    await changeTheStoredPlan(api.databaseUrl);
    const { code, stdout, stderr } = await paragraf('verify-read-models', 'action-plans');
    expect(code).toBe(1);
    expect(stdout).toContain('alingsas actionPlan-SN.2024-09-17.42 har ett annat innehåll än loggen ger.');
    expect(stderr).toBe('1 dokument skiljer sig från loggen. Bygg om läsmodellen: paragraf rebuild.\n');
    await paragraf('rebuild', 'action-plans');
    expect((await paragraf('verify-read-models', 'action-plans')).code).toBe(0);
  });
});

/** As somebody who owns the database could. */
async function changeTheStoredPlan(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const table = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE tablename ~ '^action_plans_'`;
    const { rows } = await client.query<{ name: string }>(table);
    for (const { name } of rows) {
      await client.query(`UPDATE ${name} SET doc = replace(doc::text, 'tre', 'fyra')::json`);
    }
  } finally {
    await client.end();
  }
}

describe('a command that cannot be carried out', () => {
  it.each<[string, readonly string[], string]>([
    [
      'a year without follow-up',
      ['accuracy', '-c', 'SN', '-y', '2019'],
      'SN har ingen uppföljning för 2019.\n',
    ],
    [
      'a plan that is none',
      ['plan-history', '2020-01-01.1', '-c', 'SN'],
      'SN har ingen handlingsplan 2020-01-01.1 vid den tiden.\n',
    ],
    [
      'a municipality that is none',
      ['events', '-m', 'lerum'],
      'Loggen har inget om lerum. Den har: alingsas.\n',
    ],
  ])('says why in one sentence: %s', async (_, args, sentence) => {
    const { code, stderr } = await paragraf(...args);
    expect([code, stderr]).toEqual([1, sentence]);
  });

  it('lists the read models where one is asked for that is none', async () => {
    const { code, stderr } = await paragraf('rebuild', 'nothing');
    expect([code, stderr]).toEqual([1, expect.stringContaining('action-plans, ')]);
  });

  it('says in one sentence that the database does not answer', async () => {
    const nowhere = { DATABASE_URL: 'postgres://paragraf:secret@127.0.0.1:1/paragraf' };
    const { code, stderr } = await runSourceToEnd(cli, ['events'], nowhere);
    expect(code).toBe(1);
    expect(linesOf(stderr)).toHaveLength(1);
    expect(stderr).not.toMatch(/secret|\n {4}at /);
  });
});
