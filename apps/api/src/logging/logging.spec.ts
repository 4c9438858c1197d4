import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pinoHttp, type Options } from 'pino-http';
import { logging } from './logging.js';
import { logDestination, readable } from './readable-stream.js';

type Line = Readonly<Record<string, unknown>>;

/** What is logged of a request that is answered with the status. */
async function logged(path: string, status = 200): Promise<{ lines: Line[]; text: string }> {
  const written: string[] = [];
  const { pinoHttp: parts } = logging('info', { write: (line) => void written.push(line) });
  const [options, destination] = parts as [Options, { write(line: string): void }];
  const middleware = pinoHttp(options, destination);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    Object.assign(request, { id: '2f1c9a52-6f0e-4b1c-8a43-0d8f6f6f0001' });
    middleware(request, response);
    response.writeHead(status, { 'set-cookie': 'secret-cookie' }).end('secret-answer');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  await (
    await fetch(url, { method: 'POST', body: 'secret-body', headers: { authorization: 'secret-header' } })
  ).text();
  await new Promise((resolve) => server.close(resolve));
  return { lines: written.map((line) => JSON.parse(line) as Line), text: written.join('') };
}

describe('the log of a request', () => {
  it('is one line, under the id that the sender was told', async () => {
    const { lines } = await logged('/api/v1/alingsas');

    expect(lines).toMatchObject([
      {
        level: 'info',
        msg: 'POST /api/v1/alingsas 200',
        req: {
          correlationId: '2f1c9a52-6f0e-4b1c-8a43-0d8f6f6f0001',
          method: 'POST',
          url: '/api/v1/alingsas',
        },
        res: { statusCode: 200 },
      },
    ]);
  });

  it('holds no body and no header', async () => {
    const { text } = await logged('/api/v1/alingsas', 500);

    expect(text).not.toContain('secret');
  });

  it.each([
    ['/api/v1/alingsas', 200, ['info']],
    ['/api/v1/alingsas', 404, ['warn']],
    ['/api/v1/alingsas', 503, ['error']],
    ['/health/ready', 503, []],
    ['/metrics', 200, []],
  ])('has a level that fits, and none for probes: %s %i', async (path, status, levels) => {
    const { lines } = await logged(path, status);

    expect(lines.map(({ level }) => level)).toEqual(levels);
  });
});

describe('the log in a terminal', () => {
  it('is read by people', () => {
    const line = {
      time: '2026-11-23T09:15:02.123Z',
      level: 'info',
      msg: 'GET /health/live 200',
      durationMs: 3,
    };

    expect(readable(line)).toBe('09:15:02 INFO  GET /health/live 200 (3 ms)\n');
    expect(
      readable({ ...line, level: 'error', context: 'Runner', err: { stack: 'Error: x\n    at y' } }),
    ).toBe('09:15:02 ERROR GET /health/live 200 (3 ms) [Runner]\nError: x\n    at y\n');
  });

  it('is left to machines where nobody looks on', () => {
    const output = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;

    expect(logDestination(output)).toBe(output);
  });
});
