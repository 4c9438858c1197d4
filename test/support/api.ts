import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, readConfig, type Config } from '#apps/api';
import { freshDatabase } from './database.js';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed JSON; `{}` where the answer has no body. */
  readonly body: Body;
  readonly text: string;
}

/** The whole application on a database of its own, asked as over HTTP. Paths begin with `/`. */
export interface TestApi {
  get<Body = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  /** As `get`, of what all posts so far have recorded: waits until the read model has it. */
  read<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>;
  /** Sends JSON. A string or bytes are sent as they are. */
  post<Body = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  /** Where it listens; only asked for with `listen`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface StartApiOptions {
  /** Listen on a free port of loopback; otherwise requests go in without a connection. */
  readonly listen?: boolean;
  readonly config?: Partial<Config>;
}

export async function startApi({ listen = false, config = {} }: StartApiOptions = {}): Promise<TestApi> {
  const database = await freshDatabase();
  const settings: Config = { ...readConfig({}), port: 0, logLevel: 'silent', ...config };
  const app = await createApp({ config: settings, databaseUrl: database.url });
  if (listen) await app.listen(0, '127.0.0.1');
  else await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async () => {
    await app.close();
    await database.drop();
  };
  const url = listen ? await app.getUrl() : '';
  return { ...requests(app), app, databaseUrl: database.url, url, close };
}

function requests(app: NestFastifyApplication): Pick<TestApi, 'get' | 'read' | 'post'> {
  /** Of each municipality, the position of the last post that was recorded. */
  const positions = new Map<string, string>();
  const send = async <Body>(request: {
    method: 'GET' | 'POST';
    url: string;
    headers?: object;
    payload?: string | Buffer;
  }) => {
    const { statusCode, headers, body } = await app.inject(request as Parameters<typeof app.inject>[0]);
    const position = headers['paragraf-position'];
    if (typeof position === 'string') positions.set(municipalityOf(request.url), position);
    const isJson = /json/.test(String(headers['content-type']));
    const answer = {
      status: statusCode,
      headers,
      text: body,
      body: isJson ? (JSON.parse(body) as Body) : ({} as Body),
    };
    return answer satisfies Answer<Body>;
  };
  return {
    get: (url, headers) => send({ method: 'GET', url, headers }),
    read: (path) => {
      const position = positions.get(municipalityOf(path));
      const joint = path.includes('?') ? '&' : '?';
      return send({
        method: 'GET',
        url: position === undefined ? path : `${path}${joint}afterPosition=${position}`,
      });
    },
    post: (url, body = {}, headers = {}) => {
      const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
      return send({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', ...headers },
        payload,
      });
    },
  };
}

function municipalityOf(path: string): string {
  return path.split(/[/?]/)[3] ?? '';
}
