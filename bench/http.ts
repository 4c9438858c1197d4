import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchPostgres } from './postgres.js';
import { heading, oneDecimal, table, times, whole } from './print.js';
import { load, median, type Load } from './stats.js';

const callers = 64;
const calls = 3_000;
const rounds = 3;
const agent = new Agent({ keepAlive: true, maxSockets: callers });

/** A forecast command of 64 callers, each for a committee of its own, beside a route that does nothing. */
export async function benchHttp(postgres: BenchPostgres): Promise<void> {
  const database = await postgres.createDatabase('http');
  const paragraf = await serve('../apps/api/src/main.js', {
    DATABASE_URL: database,
    PORT: '0',
    PARAGRAF_LOG_LEVEL: 'info',
  });
  const nothing = await serve('./null-server.js', {});
  try {
    await prepare(paragraf.url);
    const measured = { forecast: [] as Load[], nothing: [] as Load[] };
    for (let round = 0; round <= rounds; round += 1) {
      const idle = await load(callers, calls, (n) => post(nothing.url, forecast(n)));
      const busy = await load(callers, calls, (n) => post(`${paragraf.url}${forecastPath(n)}`, forecast(n)));
      // The first round warms up.
      if (round > 0) measured.nothing.push(idle);
      if (round > 0) measured.forecast.push(busy);
    }
    print(measured);
  } finally {
    agent.destroy();
    await paragraf.stop();
    await nothing.stop();
  }
}

function print({ forecast: busy, nothing }: { forecast: readonly Load[]; nothing: readonly Load[] }): void {
  const row = (name: string, loads: readonly Load[]) => [
    name,
    whole(median(loads.map((one) => one.perSecond))),
    oneDecimal(median(loads.map((one) => one.medianMs))),
    oneDecimal(median(loads.map((one) => one.p99Ms))),
  ];
  const ratio = median(nothing.map((one) => one.perSecond)) / median(busy.map((one) => one.perSecond));
  heading(
    `Forecast command over HTTP, ${callers} callers (median of ${rounds} rounds); the empty route is ${times(ratio)} as fast`,
  );
  table(
    ['route', 'requests/s', 'median ms', 'p99 ms'],
    [row('POST forecast', busy), row('does nothing', nothing)],
  );
}

const committeePath = '/api/v1/alingsas/committees';
const codeOf = (n: number) => `N${n % callers}`;
const forecastPath = (n: number) => `${committeePath}/${codeOf(n)}/follow-up/2023/rounds/1/forecast`;
const forecast = (n: number) => ({
  figureKind: 'variance',
  figures: [{ accountGroup: 'annualResult', amountOre: n * 100 }],
  comment: 'Volymen av köpt vård är högre än planerat.',
});

async function prepare(url: string): Promise<void> {
  for (let n = 0; n < callers; n += 1) {
    const code = codeOf(n);
    await post(`${url}${committeePath}`, { code, name: `Nämnd ${code}`, validFrom: '2019-01-01' });
    const rounds1 = [{ round: 1, date: '2023-03-21', kind: 'monthly' }];
    await post(`${url}${committeePath}/${code}/follow-up/2023/calendar`, { rounds: rounds1 });
  }
}

async function post(url: string, body: object): Promise<void> {
  const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
  sent.end(JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  const chunks = (await response.toArray()) as Buffer[];
  if ((response.statusCode ?? 500) >= 300) throw new Error(`${url}: ${Buffer.concat(chunks).toString()}`);
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

async function serve(program: string, environment: Readonly<Record<string, string>>): Promise<Server> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [path], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('The server has no output.');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', (line) => {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) resolve(url);
  });
  child.once('exit', () => reject(new Error(`${program} ended.`)));
  return {
    url: await promise,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
