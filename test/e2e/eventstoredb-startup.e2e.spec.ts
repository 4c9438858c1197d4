import { selfSignedCertificate } from '../eventstoredb-server/certificates.js';
import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { recordUnsealed } from '../eventstoredb-server/unsealed-log.js';
import { startApi } from '../support/api.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { runSourceToEnd } from '../support/paragraf-process.js';

const main = 'apps/api/src/main.ts';
const sn = { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' };
// Each start is a process of its own, and a server that does not answer is given ten seconds.
import.meta.jest.setTimeout(120_000);

let database: TestDatabase;
const servers: EventStoreDbTestServer[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  for (const server of servers) server.kill();
  await database.drop();
});

async function serve(...options: Parameters<typeof EventStoreDbTestServer.start>) {
  const server = await EventStoreDbTestServer.start(...options);
  servers.push(server);
  return server;
}

/** Refused in one sentence, without a stack trace or a secret. */
async function refusal(EVENTSTORE_URL: string, DATABASE_URL = database.url): Promise<string> {
  const settings = { PORT: '0', DATABASE_URL, EVENTSTORE_URL };
  const { code, stdout, stderr } = await runSourceToEnd(main, [], settings);
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
    code: 1,
    stdout: '',
    lines: 1,
  });
  expect(stderr).toMatch(/^Paragraf startade inte: [A-ZÅÄÖ].*\.\n$/);
  expect(stderr).not.toContain('hemligt');
  return stderr;
}

describe('an event store that cannot be used', () => {
  it('is refused where its address is malformed', async () => {
    expect(await refusal('esdb://paragraf:hemligt@localhost?tls=false')).toContain('EVENTSTORE_URL ska vara');
  });

  it('is refused where nobody answers', async () => {
    const server = await serve();
    server.kill();
    expect(await refusal(server.connectionString())).toContain(
      `EventStoreDB på localhost:${server.port} svarar inte.`,
    );
  });

  it('is refused where it lets nobody in, or its certificate is missing', async () => {
    const certificate = await selfSignedCertificate();
    const server = await serve({ certificate, users: { paragraf: 'rätt' } });
    expect(await refusal(server.connectionString({}, 'paragraf:hemligt@'))).toContain('släpper inte in');
    const missing = server.connectionString({ tlsCAFile: '/finns/inte.pem' }, 'paragraf:hemligt@');
    expect(await refusal(missing)).toContain('ett certifikat som inte går att läsa');
  });

  it('is refused where it is set to forget', async () => {
    const server = await serve();
    const api = await startApi({ config: { eventStoreUrl: server.connectionString() } });
    await api.record('/api/v1/alingsas/committees', sn);
    await api.close();
    const metadata = {
      id: '00000000-0000-4000-8000-000000000001',
      type: '$metadata',
      contentType: 'application/json',
      data: Buffer.from('{"$maxAge":3600}'),
      metadata: Buffer.of(),
    };
    server.log.append('$$alingsas:organisation-SN.committee', 'any', [metadata]);

    expect(await refusal(server.connectionString())).toMatch(
      /glömma händelser .* i alingsas:organisation-SN\.committee\. Loggen/,
    );
  });
});

describe('a log of the version before envelopes', () => {
  it('is refused with the way out, and left as it is', async () => {
    const server = await serve();
    recordUnsealed(server, 'alingsas');
    const before = server.log.records.length;

    expect(await refusal(server.connectionString())).toMatch(/tidigare version.* alingsas\. .*copy-log/);
    expect(server.log.records).toHaveLength(before);
  });
});

describe('read models of another log', () => {
  it('are not gone on with: neither from the database to EventStoreDB, nor between two of these', async () => {
    const [one, other, ownLog] = [await serve(), await serve(), await freshDatabase()];
    const started = (DATABASE_URL: string, EVENTSTORE_URL: string) =>
      runSourceToEnd('apps/cli/src/main.ts', ['rebuild'], { DATABASE_URL, EVENTSTORE_URL });

    expect(await started(ownLog.url, '')).toMatchObject({ code: 0 });
    expect(await refusal(one.connectionString(), ownLog.url)).toContain('ta bort EVENTSTORE_URL');
    expect(await started(database.url, one.connectionString())).toMatchObject({ code: 0 });
    expect(await refusal(other.connectionString())).toContain('byggda ur en annan logg (EventStoreDB ');
    expect(await refusal('')).toContain('byggda ur en annan logg (EventStoreDB ');
    // However it is reached, it is the same log.
    const elsewhere = await serve({ log: one.log });
    expect(await started(database.url, elsewhere.connectionString())).toMatchObject({ code: 0, stderr: '' });

    await ownLog.drop();
  });
});
