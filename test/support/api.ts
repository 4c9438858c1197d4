import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';
import { createApp, readConfig, type Config } from '#apps/api';
import { freshDatabase } from './database.js';

/** Parsed JSON of a shape that the spec states in what it expects. */
export type Answered = { readonly [key: string]: Answered | undefined } & readonly Answered[];

export interface Answer<Body = Answered> {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed JSON; `{}` where the answer is none. */
  readonly body: Body;
  readonly text: string;
}

type Headers = Readonly<Record<string, string>>;

/** The whole application on a database of its own, asked as over HTTP. */
export interface TestApi {
  get<Body = Answered>(path: string, headers?: Headers): Promise<Answer<Body>>;
  /** As `get`, of all that the posts so far have recorded: waits until the read model has it. */
  read<Body = Answered>(path: string): Promise<Answer<Body>>;
  /** Sends JSON. A string or bytes are sent as they are. */
  post<Body = Answered>(path: string, body?: unknown, headers?: Headers): Promise<Answer<Body>>;
  /** As `post`, of what must be recorded: answers its position, and throws the problem where it is refused. */
  record(path: string, body?: unknown): Promise<string>;
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  /** Where it listens; empty where that was not asked for. */
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
  const databaseUrl = database.url;
  const settings: Config = { ...readConfig({}), databaseUrl, port: 0, logLevel: 'silent', ...config };
  const app = await createApp({ config: settings, databaseUrl });
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

type Requests = Pick<TestApi, 'get' | 'read' | 'post' | 'record'>;

function requests(app: NestFastifyApplication): Requests {
  /** Of each municipality, the position of the last post that was recorded. */
  const positions = new Map<string, string>();

  async function send<Body>(request: InjectOptions & { readonly url: string }): Promise<Answer<Body>> {
    const { statusCode: status, headers, body: text } = await app.inject(request);
    const position = headers['paragraf-position'];
    if (typeof position === 'string') positions.set(municipalityOf(request.url), position);
    const isJson = String(headers['content-type']).includes('json') && text !== '';
    return { status, headers, text, body: (isJson ? JSON.parse(text) : {}) as Body };
  }

  function post<Body>(url: string, body: unknown = {}, headers: Headers = {}): Promise<Answer<Body>> {
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
  }

  return {
    post,
    get: (url, headers) => send({ method: 'GET', url, headers }),
    read: (path) => {
      const position = positions.get(municipalityOf(path));
      const joint = path.includes('?') ? '&' : '?';
      return send({
        method: 'GET',
        url: position === undefined ? path : `${path}${joint}afterPosition=${position}`,
      });
    },
    record: async (path, body) => {
      const { status, headers, text } = await post(path, body);
      if (status >= 300) throw new Error(`${path} was refused: ${text}`);
      return String(headers['paragraf-position']);
    },
  };
}

/** `/api/v1/alingsas/…` concerns alingsas. */
function municipalityOf(path: string): string {
  return path.split(/[/?]/)[3] ?? '';
}
