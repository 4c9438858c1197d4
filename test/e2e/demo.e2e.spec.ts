import { readFile } from 'node:fs/promises';
import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { runSourceToEnd } from '../support/paragraf-process.js';

const golden = new URL('../golden/demo.golden.txt', import.meta.url);
const readme = new URL('../../README.md', import.meta.url);
const patienceMs = 120_000;

/** What was recorded when is the one thing that differs from run to run. */
function withoutTimes(output: string): string {
  return output.replaceAll(/Registrerat \d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'Registrerat ÅÅÅÅ-MM-DD TT:MM UTC');
}

/** Where the events are kept; what is printed is the same. */
const stores = {
  PostgreSQL: async () => ({ settings: {}, close: () => undefined }),
  EventStoreDB: async () => {
    const server = await EventStoreDbTestServer.start();
    return { settings: { EVENTSTORE_URL: server.connectionString() }, close: () => server.kill() };
  },
};

describe.each(['PostgreSQL', 'EventStoreDB'] as const)('the demo on %s', (kind) => {
  let database: TestDatabase;
  let store: Awaited<ReturnType<(typeof stores)[typeof kind]>>;
  const run = async () => {
    const { code, stdout, stderr } = await runSourceToEnd('apps/cli/src/main.ts', ['demo', '--exit'], {
      DATABASE_URL: database.url,
      PORT: '0',
      ...store.settings,
    });
    return { code, stdout: withoutTimes(stdout), stderr };
  };

  beforeAll(async () => {
    [database, store] = await Promise.all([freshDatabase(), stores[kind]()]);
  });

  afterAll(async () => {
    store.close();
    await database.drop();
  });

  it(
    'prints the reference committee as the documents do, and loads it only once',
    async () => {
      const expected = await readFile(golden, 'utf8');
      expect(await run()).toEqual({ code: 0, stdout: expected, stderr: '' });
      const [, ...tables] = expected.split('\n');
      const found = 'Alingsås kommun: uppgifterna fanns redan, och inget lästes in igen.';
      expect(await run()).toEqual({ code: 0, stdout: [found, ...tables].join('\n'), stderr: '' });
    },
    patienceMs,
  );
});

describe('the golden text of the demo', () => {
  it('holds what the README shows', async () => {
    const [expected, shown] = await Promise.all([readFile(golden, 'utf8'), readFile(readme, 'utf8')]);
    const blocks = [...shown.matchAll(/<!-- npm run demo -->\n```text\n([\s\S]*?)```/g)].map(
      ([, block]) => block,
    );
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(expected).toContain(block);
  });
});
