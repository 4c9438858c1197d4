import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { startApi, type TestApi } from '../support/api.js';
import { ProjectionRunner } from '#libs/read-model';
import {
  citation,
  erasurePath,
  municipalityPath,
  planPath,
  recordErasableYear,
  secret,
  type Secrets,
} from '../support/erasable-year.js';
import { sealedLog, tablesWith, until, verifiedRoot, type Erasures } from '../support/erasing.js';

import.meta.jest.setTimeout(120_000);
let server: EventStoreDbTestServer;
let api: TestApi;
let secrets: Secrets;

beforeAll(async () => {
  server = await EventStoreDbTestServer.start();
  api = await startApi({ config: { eventStoreUrl: server.connectionString() } });
  secrets = await recordErasableYear(api);
  await api.app.get(ProjectionRunner).catchUp();
});
afterAll(async () => {
  await api.close();
  server.kill();
});

describe('an erasure of a log in EventStoreDB', () => {
  it('withholds the contents at once, and leaves nothing of them in the read models', async () => {
    const before = await sealedLog(api, 'alingsas');
    expect(await tablesWith(api.databaseUrl, secret)).not.toEqual([]);
    const events = [secrets.forecast, secrets.report, secrets.added];
    const reason = 'Registrerat av misstag.';
    expect(await api.post(erasurePath, { citation, events, reason })).toMatchObject({ status: 201 });
    expect((await api.get(`${municipalityPath}/events?limit=1000`)).text).not.toContain(secret);

    await until(async () => {
      const { body } = await api.get<Erasures>(erasurePath);
      return body.items.every(({ isCarriedOut }) => isCarriedOut);
    });
    expect(await tablesWith(api.databaseUrl, secret)).toEqual([]);
    const after = await sealedLog(api, 'alingsas');
    expect(after.filter(({ content }) => content === null)).toHaveLength(3);
    expect(verifiedRoot(after.slice(0, before.length))).toBe(verifiedRoot(before));
    const history = await api.get(`${planPath}/history`);
    expect([history.headers['paragraf-erased'], history.text.includes(secret)]).toEqual(['2', false]);
  });
});
