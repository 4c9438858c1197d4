import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { otherKey } from '#libs/proof/testing';
import { WitnessFault } from './fault.js';
import { newFolder, openWitness, removeFolders, signedAt, TestLog, testOrigin } from './testing/index.js';
import { serveWitness, type WitnessServer } from './witness-server.adapter.js';

const log = new TestLog(20);
const rival = log.branchAt(3);
const address = { host: '127.0.0.1', port: 0 };
const errors: unknown[] = [];
const neverAsked = () => Promise.reject(new Error('never asked'));
let server: WitnessServer;

beforeAll(async () => {
  const { witness } = await openWitness(await newFolder(), [log]);
  await witness.addCheckpoint(log.request(0, 5));
  server = await serveWitness({
    address,
    addCheckpoint: (body) =>
      body === 'fail' ? Promise.reject(new Error('the disk is full')) : witness.addCheckpoint(body),
    onError: (error) => void errors.push(error),
  });
});

afterAll(async () => {
  await server.stop();
  await removeFolders();
});

async function answerTo(body: string | Uint8Array, method = 'POST', path = '/add-checkpoint') {
  const response = await fetch(`${server.url}${path}`, { method, ...(method === 'POST' ? { body } : {}) });
  const type = response.headers.get('content-type')?.split(';')[0];
  return { status: response.status, type, body: await response.text() };
}

describe('the witness protocol over HTTP', () => {
  it('answers 200 with a signature line', async () => {
    const { status, type, body } = await answerTo(log.request(5, 5));
    expect([status, type, signedAt(log.note(5), body)]).toEqual([200, 'text/plain', 1_764_000_000]);
    expect(body).toMatch(/^— vittne\.example [A-Za-z0-9+/]+=*\n$/);
  });

  it.each<[string, string | Uint8Array, number]>([
    ['400 to what is malformed', 'old five', 400],
    ['400 to what is no UTF-8', Uint8Array.of(0x6f, 0x6c, 0x64, 0xff), 400],
    ['400 to a byte order mark', `\ufeff${log.request(5, 8)}`, 400],
    ['400 to an old size beyond the checkpoint', log.request(9, 8), 400],
    ['403 without a signature of the log', new TestLog(9, testOrigin, otherKey).request(5, 9), 403],
    ['404 to a log that is not known', new TestLog(9, 'paragraf.example/vara').request(0, 9), 404],
    ['409 to another tree of the same size', rival.request(5, 5), 409],
    ['413 to what is too large', `old 5\n\n${'x'.repeat(64 * 1_024)}`, 413],
    ['413 to what is much too large', 'x'.repeat(4_000_000), 413],
    ['422 to a proof that does not hold', rival.request(5, 9), 422],
  ])('answers %s', async (_, body, status) => {
    expect(await answerTo(body)).toMatchObject({ status, type: 'text/plain' });
  });

  it.each([
    ['an older size', log.request(3, 9)],
    ['none', log.request(0, 9)],
    ['a later size', log.request(8, 9)],
    ['a smaller log', log.request(4, 4)],
  ])('answers 409 with the last size to who knows %s', async (_, body) => {
    expect(await answerTo(body)).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' });
  });

  it('answers nothing else', async () => {
    expect(await answerTo('', 'POST', '/')).toMatchObject({ status: 404 });
    expect(await answerTo('', 'POST', '/add-checkpoint/')).toMatchObject({ status: 404 });
    expect(await answerTo('', 'GET')).toMatchObject({ status: 405 });
  });

  it('answers 500 where the witness fails, and tells of it', async () => {
    expect(await answerTo('fail')).toMatchObject({ status: 500 });
    expect(errors).toEqual([new Error('the disk is full')]);
  });

  it('answers several requests on one connection', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const body = Buffer.from(log.request(5, 5));
    const head = `POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n`;
    for (let n = 0; n < 2; n += 1) {
      socket.write(head);
      socket.write(body);
      expect(await nextAnswer(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    }
    socket.destroy();
  });

  it('goes on when somebody leaves half-way', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      'POST /add-checkpoint HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 100\r\n\r\nold 5\n',
    );
    expect(await nextAnswer(socket)).toMatch(/^HTTP\/1\.1 100 Continue\r\n/);
    socket.destroy();
    await once(socket, 'close');
    expect(await answerTo(log.request(5, 5))).toMatchObject({ status: 200 });
    expect(errors).toHaveLength(1);
  });

  it('ends though somebody is connected who has not asked anything', async () => {
    const other = await serveWitness({ address, addCheckpoint: neverAsked, onError: () => undefined });
    const socket = connect(Number(new URL(other.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await other.stop();
    expect(await closed).toEqual([expect.any(Boolean)]);
  });

  it('is refused an address that somebody has, or that is none', async () => {
    const again = { addCheckpoint: neverAsked, onError: () => undefined };
    const taken = { host: '127.0.0.1', port: Number(new URL(server.url).port) };
    const failures = [taken, { host: '192.0.2.1', port: 1 }].map((wanted) =>
      serveWitness({ address: wanted, ...again }).catch((error: WitnessFault) => error.facts),
    );
    expect(await Promise.all(failures)).toMatchObject([
      { code: 'address-in-use', address: `127.0.0.1:${taken.port}` },
      { code: 'address-unusable', address: '192.0.2.1:1' },
    ]);
  });
});

async function nextAnswer(socket: Socket): Promise<string> {
  const [data] = (await once(socket, 'data')) as [Buffer];
  return data.toString();
}
