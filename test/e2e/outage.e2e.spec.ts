import pg from 'pg';
import { ProjectionRunner } from '#libs/read-model';
import { startApi, type TestApi } from '../support/api.js';

const committees = '/api/v1/alingsas/committees';
const sn = { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' };
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await api.record(committees, sn);
  await api.app.get(ProjectionRunner).catchUp();
});

afterAll(() => api.close());

/** Lets nobody in, and throws out those who are in; or lets everybody in again. */
async function letIn(allowed: boolean): Promise<void> {
  const admin = new URL(api.databaseUrl);
  const name = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`);
  const throwOut =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND NOT $2::boolean';
  await client.query(throwOut, [name, allowed]);
  await client.end();
}

describe('while the database is away', () => {
  it('is alive but not ready, refuses in words, and loses nothing', async () => {
    await letIn(false);

    expect(await api.get('/health/live')).toMatchObject({ status: 200 });
    expect(await api.get('/health/ready')).toMatchObject({ status: 503, body: { status: 'error' } });
    expect(await api.get('/metrics')).toMatchObject({ status: 200 });
    const [asked, told] = await Promise.all([
      api.get(committees),
      api.post(committees, { ...sn, code: 'BUN' }, { 'idempotency-key': 'bun' }),
    ]);
    for (const { status, headers, body } of [asked, told]) {
      expect(body['code']).toMatch(/-unavailable$/);
      expect([status, headers['retry-after']]).toEqual([503, '1']);
    }

    await letIn(true);

    expect(await api.post(committees, { ...sn, code: 'BUN' }, { 'idempotency-key': 'bun' })).toMatchObject({
      status: 201,
    });
    expect((await api.read<{ items: object[] }>(committees)).body.items).toHaveLength(2);
    await api.app.get(ProjectionRunner).catchUp();
    expect(await api.get('/health/ready')).toMatchObject({ status: 200 });
  });
});
