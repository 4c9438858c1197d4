import { ProjectionRunner } from '#libs/read-model';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const caughtUp = () => api.app.get(ProjectionRunner).catchUp();

describe('health', () => {
  it('says that the process is alive', async () => {
    expect(await api.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('says that every part can serve', async () => {
    await caughtUp();

    const { status, body } = await api.get('/health/ready');

    expect([status, body]).toMatchObject([
      200,
      { details: { database: { status: 'up' }, eventStore: { status: 'up' }, readModels: { status: 'up' } } },
    ]);
  });
});

describe('measurements', () => {
  it('count appends by outcome and refusals by code', async () => {
    const committee = { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' };
    await api.post('/api/v1/alingsas/committees', committee, { 'idempotency-key': 'one' });
    await api.post('/api/v1/alingsas/committees', committee);

    const { headers, text } = await api.get('/metrics');

    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toMatch(/^paragraf_appends_total\{outcome="appended"\} 1$/m);
    expect(text).toMatch(/^paragraf_refusals_total\{code="committee-already-established"\} 1$/m);
    expect(text).toMatch(
      /^paragraf_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/:municipality\/committees",status="201"\} 1$/m,
    );
  });

  it('tell how far every read model of every municipality is behind', async () => {
    await caughtUp();

    const { text } = await api.get('/metrics');

    expect(text).toMatch(
      /^paragraf_read_model_lag_seconds\{read_model="committees",municipality="alingsas"\} 0$/m,
    );
    expect(text).toMatch(
      /^paragraf_read_model_halted\{read_model="committees",municipality="alingsas"\} 0$/m,
    );
  });
});
