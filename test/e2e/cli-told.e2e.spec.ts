import { demoRequests } from '../../apps/cli/src/demo/demo-requests.js';
import { readReference } from '../../apps/cli/src/demo/reference.js';
import { startApi, type TestApi } from '../support/api.js';
import { runSourceToEnd } from '../support/paragraf-process.js';

// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(120_000);

const sn = '/api/v1/alingsas/committees/SN';
const decision = { date: '2025-02-18', paragraph: 9, subject: 'Omfördelning inom budget 2025' };
const paragraph = 'SN 2025-02-18, § 9';
const reallocation = {
  citation: paragraph,
  changes: [
    { accountGroup: 'staffCosts', changeOre: 50_000_000 },
    { accountGroup: 'purchasedServices', changeOre: -50_000_000 },
  ],
};

let api: TestApi;
/** When the reference documents had been entered, and the reallocation had not. */
let knownAt: string;

/** The reference committee's years, and a reallocation that was decided after them. */
beforeAll(async () => {
  api = await startApi();
  for (const { path, body } of demoRequests(readReference())) await api.record(`/api/v1${path}`, body);
  const registered = await api.post<{ recordedAt: string }>(`${sn}/decisions`, decision);
  knownAt = registered.body.recordedAt;
  await api.record(`${sn}/budgets/2025/reallocations`, reallocation);
});
afterAll(() => api.close());

const paragraf = (...args: readonly string[]) =>
  runSourceToEnd('apps/cli/src/main.ts', args, { DATABASE_URL: api.databaseUrl });
const linesOf = (text: string) => text.trimEnd().split('\n');

/** What a command prints that does what it is asked to. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await paragraf(...args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

/** As `done`, for people: on a page of 100 characters. */
async function printed(...args: readonly string[]): Promise<string> {
  const text = await done(...args);
  expect(linesOf(text).filter((line) => line.length > 100)).toEqual([]);
  return text;
}

async function jsonOf<Answer>(...args: readonly string[]): Promise<Answer> {
  return JSON.parse(await done(...args, '--json')) as Answer;
}

const recorded = expect.stringMatching(
  /^ {12}SN 2025-02-18, § 9\. Registrerat \d{4}-\d\d-\d\d \d\d:\d\d UTC av local \(committeeSecretary\)\.$/,
);
const moved = [
  '2025-02-18  I budgeten för 2025 omfördelades 500 tkr från personalkostnader till köp av tjänster.',
  recorded,
  '              budget 2025',
  '                personalkostnader  -161 198 → -160 698',
  '                köp av tjänster     -63 743 →  -64 243',
];

describe('a replay step by step', () => {
  it('tells what happened until a date, and nothing of later', async () => {
    const text = await printed('replay', '-c', 'SN', '--as-of', '2023-09-19', '--step');
    expect(linesOf(text)[0]).toBe('SN till och med 2023-09-19, händelse för händelse (tkr)');
    expect(text).toContain('\n2023-09-19  Prognosen för 2023 vid uppföljning 6 lades till handlingarna.\n');
    expect(text).toContain('                verksamhetens nettokostnader  -224 047\n');
    expect(text).not.toContain('\n2023-10-24');
  });

  it('ends with what was recorded last, and leaves out what was not known by then', async () => {
    const asked = ['replay', '-c', 'SN', '--as-of', '2025-12-31', '--step'];
    expect(linesOf(await printed(...asked)).slice(-5)).toEqual(moved);
    const known = await printed(...asked, '--known-at', knownAt, '--unit', 'mnkr');
    expect(known).not.toContain('omfördelades');
    expect(known).toContain('personalkostnader             -161,2\n');
    const never = await printed(...asked, '--known-at', '2020-01-01T00:00:00.000Z');
    expect(never).toContain('Inget gällde eller var känt då.');
  });

  it('is the same as JSON', async () => {
    const { facts } = await jsonOf<{ facts: readonly object[] }>(
      'replay',
      '-c',
      'SN',
      '--as-of',
      '2025-12-31',
      '--step',
    );
    expect(facts.at(-1)).toMatchObject({
      event: { type: 'BudgetReallocated', restsOn: { citation: paragraph } },
      changes: [{ path: 'budgets/2025/staffCosts' }, { path: 'budgets/2025/purchasedServices' }],
    });
  });
});

describe('two dates compared', () => {
  const dates = ['--from', '2025-01-31', '--to', '2025-12-31'];

  it('tell what was changed in between, by whom and on what ground', async () => {
    const lines = linesOf(await printed('diff', '-c', 'SN', ...dates));
    expect(lines.slice(0, 4)).toEqual([
      'SN: vad som ändrades från 2025-01-31 till 2025-12-31 (tkr)',
      '',
      'Budget',
      '',
    ]);
    expect(lines.slice(4, 9)).toEqual(moved);
  });

  it('are told of every committee where none is named', async () => {
    // Those in which nothing happened are left out.
    expect((await printed('diff', ...dates)).match(/^[A-Z]+(?=: vad som ändrades)/gm)).toEqual(['SN']);
    const never = await printed('diff', '--from', '2030-01-01', '--to', '2030-12-31');
    expect(never).toBe('Inget ändrades från 2030-01-01 till 2030-12-31 för någon nämnd.\n');
    const all = await jsonOf<readonly { committee: string }[]>('diff', ...dates);
    expect(all.map(({ committee }) => committee)).toContain('SN');
    expect(await jsonOf('diff', '-c', 'SN', ...dates)).toMatchObject({
      committee: 'SN',
      changes: [
        { path: 'decisions/2025-02-18/9/subject' },
        { path: 'budgets/2025/staffCosts' },
        { path: 'budgets/2025/purchasedServices' },
      ],
    });
  });

  it('differ in nothing that was not known', async () => {
    const text = await printed('diff', '-c', 'SN', ...dates, '--known-at', knownAt);
    expect(text).not.toContain('\nBudget\n');
  });

  it('cannot be told of a committee without anything', async () => {
    const { code, stdout, stderr } = await paragraf('diff', '-c', 'XYZ', ...dates);
    expect([code, stdout, stderr]).toEqual([1, '', 'XYZ har inget registrerat som gällde 2025-12-31.\n']);
  });
});

describe('something explained', () => {
  it('is a paragraph, with all that rests on it', async () => {
    const lines = linesOf(await printed('explain', 'SN 2025-02-18 §9'));
    expect(lines[0]).toBe('SN 2025-02-18, § 9: vad som vilar på paragrafen (tkr)');
    expect(lines.slice(1, 7)).toEqual([
      '',
      'Beslutet',
      '',
      '2025-02-18  Beslutet i § 9 registrerades: ”Omfördelning inom budget 2025”.',
      expect.stringMatching(/^ {12}Registrerat /),
      '              SN 2025-02-18, § 9, ärende  Omfördelning inom budget 2025',
    ]);
    const [title, , sentence, , ...changes] = lines.slice(lines.indexOf('Budget, SN'));
    expect([title, sentence, ...changes]).toEqual(['Budget, SN', moved[0], ...moved.slice(2)]);
    expect(await printed('explain', 'SN 2023-09-19, § 46')).toContain(
      '2023-09-19  Prognosen för 2023 vid uppföljning 6 lades till handlingarna.',
    );
  });

  it('is a figure, traced to its events', async () => {
    const lines = linesOf(await printed('explain', 'budgets/2025/staffCosts', '-c', 'SN'));
    expect(lines).toEqual([
      'budget 2025, personalkostnader: -160 698 tkr',
      '',
      '2024-11-06  Budgeten för 2025 antogs, med plan för 2026 och 2027.',
      expect.stringContaining('KF 2024-11-06, § 149. Registrerat '),
      '                         -161 198',
      '',
      moved[0],
      recorded,
      '              -161 198 → -160 698',
    ]);
    const then = await printed('explain', 'budgets/2025/staffCosts', '-c', 'SN', '--as-of', '2025-01-31');
    expect(linesOf(then)[0]).toBe('budget 2025, personalkostnader: -161 198 tkr, som det gällde 2025-01-31');
    const known = ['--known-at', knownAt, '--unit', 'kr'];
    const before = await printed('explain', 'budgets/2025/staffCosts', '-c', 'SN', ...known);
    expect(linesOf(before).slice(0, 2)).toEqual([
      'budget 2025, personalkostnader: -161 198 000 kr, så långt det var registrerat',
      knownAt,
    ]);
  });

  it('is the beginning of a path, with what stands below it', async () => {
    const text = await printed('explain', 'follow-up/2023', '-c', 'SN');
    expect(text).toMatch(/\naccounts\/annualResult +bokslut 2023, årets resultat +129\n/);
    const json = await jsonOf('explain', 'follow-up/2023/accounts/annualResult', '-c', 'SN');
    expect(json).toMatchObject({ item: { value: { amountOre: 12_900_000 } } });
  });

  it.each<[string, readonly string[], string]>([
    [
      'a paragraph that nobody has registered',
      ['explain', 'SN 2023-09-19, § 999'],
      'Ingen har registrerat SN 2023-09-19, § 999, och inget vilar på den, vid den tid som frågan avser.\n',
    ],
    [
      'a path that leads nowhere',
      ['explain', 'budgets/2052', '-c', 'SN'],
      'Nämnden har inget på budgets/2052, eller hade det inte vid den tid som frågan avser. Det som finns: budgets/2023, budgets/2024, budgets/2025, budgets/2026, budgets/2027.\n',
    ],
    [
      'a committee without anything',
      ['explain', 'budgets/2025', '-c', 'XYZ'],
      'XYZ har inget registrerat vid den tiden.\n',
    ],
  ])('is not there: %s', async (_, args, sentence) => {
    expect(await paragraf(...args)).toEqual({ code: 1, stdout: '', stderr: sentence });
  });
});
