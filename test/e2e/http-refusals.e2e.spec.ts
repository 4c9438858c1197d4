import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startApi, type TestApi } from '../support/api.js';

const alingsas = '/api/v1/alingsas';
const committees = `${alingsas}/committees`;
const sn = { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' };
const bun = { code: 'BUN', name: 'Barn- och ungdomsnämnden', validFrom: '2019-01-01' };
let api: TestApi;

beforeAll(async () => {
  api = await startApi({ listen: true });
  await api.record(committees, sn);
});

afterAll(() => api.close());

/** How many facts stand in the log: a refusal adds none. */
async function recorded(): Promise<number> {
  const { body } = await api.get<{ items: object[] }>(`${alingsas}/events?limit=100`);
  return body.items.length;
}

describe('a bad request changes nothing and is told why', () => {
  it.each<[string, string | Buffer, number, string, string[]]>([
    ['malformed JSON', '{"code": "BUN", ', 400, 'malformed-json', []],
    ['NaN', JSON.stringify(bun).replace('}', ', "n": NaN}'), 400, 'malformed-json', []],
    ['no object', '["BUN"]', 400, 'invalid-request', ['# not-an-object']],
    [
      'an unknown field',
      JSON.stringify({ ...bun, colour: 'red' }),
      400,
      'invalid-request',
      ['#/colour unknown-field'],
    ],
    [
      'a missing field',
      JSON.stringify({ ...bun, name: undefined }),
      400,
      'invalid-request',
      ['#/name missing-field'],
    ],
    ['a key twice', '{"code": "BUN", "code": "KF"}', 400, 'invalid-request', ['#/code duplicate-field']],
    ['a number beyond all', '{"code": 1e400}', 400, 'invalid-request', ['#/code inexact-number']],
    ['a number too fine', '{"code": 9007199254740993}', 400, 'invalid-request', ['#/code inexact-number']],
    ['half a character', '{"code": "\\udc00"}', 400, 'invalid-request', ['#/code malformed-text']],
    ['a prototype', '{"__proto__": {}}', 400, 'invalid-request', ['#/__proto__ unknown-field']],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 400, 'invalid-utf8', []],
    [
      'a body over the limit',
      JSON.stringify({ ...bun, name: 'x'.repeat(1_048_576) }),
      413,
      'body-too-large',
      [],
    ],
  ])('%s', async (_, body, status, code, faults) => {
    const before = await recorded();

    const answer = await api.post<{ code: string; errors?: { pointer: string; code: string }[] }>(
      committees,
      body,
    );

    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const found = answer.body.errors?.map((error) => `${error.pointer} ${error.code}`) ?? [];
    expect(found).toEqual(expect.arrayContaining(faults));
    expect(await recorded()).toBe(before);
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['application/xml'],
    ['application/json; charset=latin1'],
  ])('a body that says it is %s', async (type) => {
    const answer = await api.post(committees, JSON.stringify(bun), { 'content-type': type });

    expect([answer.status, answer.body['code']]).toEqual([415, 'unsupported-media-type']);
  });

  it('an address that nobody has, a committee that nobody knows, a method that nobody takes', async () => {
    expect(await api.get(`${alingsas}/boards`)).toMatchObject({
      status: 404,
      body: { code: 'route-not-found' },
    });
    expect(await api.get(`${committees}/XYZ/decisions`)).toMatchObject({
      status: 404,
      body: { code: 'committee-unknown' },
    });
    expect(await api.get(`${committees}/SN/name`)).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
      body: { code: 'method-not-allowed' },
    });
  });
});

describe('what is not HTTP', () => {
  async function exchange(request: string): Promise<string> {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(request);
    return text(socket);
  }

  it.each([
    ['nonsense', 'NONSENSE\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('is refused as a problem: %s', async (_, request, status) => {
    const answer = await exchange(request);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code: 'request-refused' });
  });
});

describe('conditions on requests', () => {
  it('refuse what was decided on an old revision', async () => {
    const rename = { name: 'Omsorgsnämnden', effectiveOn: '2025-01-01' };

    expect(await api.post(`${committees}/SN/name`, rename, { 'if-match': '"4"' })).toMatchObject({
      status: 412,
      body: { code: 'stale-revision', facts: { expectedRevision: 4, actualRevision: 0 } },
    });
    expect(await api.post(`${committees}/SN/name`, rename, { 'if-match': '"0"' })).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
    });
  });

  it('record a repeated request once, and refuse another under its key', async () => {
    const key = { 'idempotency-key': 'bun-2026' };
    const before = await recorded();

    const first = await api.post(committees, bun, key);
    const retry = await api.post(committees, bun, key);

    expect([first.status, retry.status]).toEqual([201, 201]);
    expect(retry.body).toEqual(first.body);
    expect(await recorded()).toBe(before + 1);
    expect(await api.post(committees, { ...bun, name: 'Utbildningsnämnden' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await api.post(alingsas, bun, key)).toMatchObject({ status: 400 });
  });

  it('record requests under one key once, however many come at once', async () => {
    const before = await recorded();
    const kf = { ...sn, code: 'KF', name: 'Kommunfullmäktige' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.post(committees, kf, { 'idempotency-key': 'kf-2026' })),
    );

    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(
      answers.filter(
        ({ status, body }) => status !== 201 && (body['code'] as unknown) !== 'command-still-running',
      ),
    ).toEqual([]);
    expect(await recorded()).toBe(before + 1);
  });
});
