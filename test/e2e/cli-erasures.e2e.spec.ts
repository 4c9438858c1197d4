import { startApi, type TestApi } from '../support/api.js';
import { citation, erasurePath, recordErasableYear, secret, type Secrets } from '../support/erasable-year.js';
import { tablesWith, type Erasures } from '../support/erasing.js';
import { runSourceToEnd } from '../support/paragraf-process.js';

// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(120_000);

let api: TestApi;
let secrets: Secrets;

beforeAll(async () => {
  api = await startApi();
  secrets = await recordErasableYear(api);
});
afterAll(() => api.close());

const paragraf = (...args: readonly string[]) =>
  runSourceToEnd('apps/cli/src/main.ts', args, { DATABASE_URL: api.databaseUrl });
const reason = 'Registrerat av misstag.';
const erase = (...args: readonly string[]) =>
  paragraf('erase', '--citation', citation, '--reason', reason, ...args);

describe('erasing from the command line', () => {
  it('is not done where nobody can be asked, or it would break the history', async () => {
    expect(await erase(secrets.report)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/MeasureProgressReported[^]*Ange --yes/),
    });
    const { body } = await api.get<{ items: readonly { record: { id: string } }[] }>(
      '/api/v1/alingsas/events?type=FollowUpCalendarSet',
    );
    expect(await erase('--yes', body.items[0]!.record.id)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('bygger på det som skulle gallras'),
    });
    expect((await api.get<Erasures>(erasurePath)).body.items).toEqual([]);
  });

  it('is refused for what is no id, an event twice, or somebody in the reason', async () => {
    const twice = await erase('--yes', secrets.report, secrets.report);
    expect([twice.code, twice.stderr]).toEqual([2, 'Ange varje händelse en gång.\n']);
    expect((await erase('--yes', 'SN')).code).toBe(2);
    const named = await paragraf(
      'erase',
      '--citation',
      citation,
      '--reason',
      'Om 640823-3234',
      secrets.report,
    );
    expect([named.code, named.stderr]).toEqual([
      2,
      'Skälet har ett personnummer. Skriv utan uppgifter om enskilda.\n',
    ]);
  });

  it('leaves nothing behind when it is done, and is told afterwards', async () => {
    expect(await erase('--yes', secrets.forecast, secrets.report, secrets.added)).toEqual({
      code: 0,
      stdout: `3 händelser gallrades enligt ${citation}.\n`,
      stderr: '',
    });
    expect(await tablesWith(api.databaseUrl, secret)).toEqual([]);

    const told = await paragraf('erasures');
    expect(told.stdout).toContain(`${citation}  verkställd  av local (committeeSecretary)\n`);
    expect(told.stdout).toContain(`ForecastSubmitted  followUp-SN.2025 1  ${secrets.forecast}\n`);
    const json = await paragraf('erasures', '--json', '--stream', 'budget-SN.2025');
    expect(JSON.parse(json.stdout)).toEqual([]);
    const history = await paragraf('plan-history', '-c', 'SN');
    expect(history.stdout).toContain(`2025-03-18  Uppgifterna är gallrade (${citation}).`);
  });
});
