import { selfSignedCertificate } from '../../../../test/eventstoredb-server/certificates.js';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { EventStoreUnavailableError } from '../errors.js';
import { collect } from '../testing/reading.js';
import { appendTo, newTenant } from '../testing/sample-append.js';
import { ConnectionStringError } from './connection-string.js';
import { EventStoreDbEventStore } from './eventstoredb.adapter.js';

const its = given();
const users = { paragraf: 'hemligt:lösen@ord' };
const login = `paragraf:${encodeURIComponent(users.paragraf)}@`;
const impatient = { deadlineMs: 300, attemptMs: 100 };

describe('a server with certificates and users', () => {
  it('lets in who knows both, under either scheme', async () => {
    const server = await its.server({ certificate: await selfSignedCertificate(), users });
    const text = server.connectionString({}, login);
    for (const connectionString of [text, text.replace('esdb:', 'kurrentdb:')]) {
      const store = await its.store(connectionString);
      const append = appendTo({ tenant: newTenant(), name: 'budget-SN.2025' });
      await store.append(append);
      expect(await collect(store.readStream(append.stream))).toHaveLength(1);
    }
  });

  it.each(['', 'paragraf:wrong@', 'nobody:x@'])('refuses "%s" at once', async (credentials) => {
    const server = await its.server({ certificate: await selfSignedCertificate(), users });

    const opening = EventStoreDbEventStore.open(server.connectionString({}, credentials), {
      deadlineMs: 3_600_000,
    });

    await expect(opening).rejects.toThrow(EventStoreUnavailableError);
    await expect(opening).rejects.toThrow('refuses the user');
  });

  it('is not trusted without its certificate', async () => {
    const server = await its.server({ certificate: await selfSignedCertificate(), users });
    const withoutFile = `esdb://${login}localhost:${server.port}`;
    const withOther = `${withoutFile}?tlsCAFile=${(await selfSignedCertificate()).caFile}`;

    for (const text of [withoutFile, withOther]) {
      await expect(EventStoreDbEventStore.open(text, impatient)).rejects.toThrow(EventStoreUnavailableError);
    }
    const missing = EventStoreDbEventStore.open(`${withoutFile}?tlsCAFile=missing.pem`);
    await expect(missing).rejects.toThrow(ConnectionStringError);
  });

  it('never has its password repeated', async () => {
    const server = await its.server({ certificate: await selfSignedCertificate(), users });
    server.kill();
    const texts = [
      server.connectionString({}, login),
      `esdb+discover://${login}localhost:${server.port}?maxDiscoverAttempts=1`,
      `esdb://${login}localhost:port`,
      `esdb://${login}localhost?tls=false`,
    ];
    for (const text of texts) {
      const error: unknown = await EventStoreDbEventStore.open(text, impatient).catch(
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(Error);
      expect(everythingOf(error)).not.toMatch(/hemligt|cGFyYWdyYWY/);
    }
  });
});

function everythingOf(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  const own = Object.fromEntries(
    Object.getOwnPropertyNames(error).map((name) => [name, Reflect.get(error, name)]),
  );
  return `${JSON.stringify(own)} ${error.cause === undefined ? '' : everythingOf(error.cause)}`;
}
