import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { newNotaryKey, parseNotaryKey, NotarySigner } from '#libs/notary';
import {
  appendOf,
  newTenant,
  notaryDatabase,
  sealedLog,
  testNotary,
  type NotaryDatabase,
} from '#libs/notary/testing';
import {
  hashAtFromTiles,
  hashOfEnvelope,
  leafHash,
  openCheckpoint,
  parseEnvelope,
  parseVerifierKey,
  rootAt,
  rootOf,
} from '#libs/proof';
import { spawnSource } from '../support/paragraf-process.js';

/** Kills of the notary under load. */
const rounds = 20;

const key = newNotaryKey();
const privateKey = parseNotaryKey(key);
const tenant = newTenant();
let database: NotaryDatabase;

beforeAll(async () => {
  database = await notaryDatabase();
});

afterAll(() => database.drop());

/** When to kill, in events notarised and milliseconds after that. A failing run is repeated with its seed. */
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const moments = fc.sample(
  fc.record({ notarised: fc.integer({ min: 1, max: 60 }), afterMs: fc.integer({ min: 0, max: 12 }) }),
  { seed, numRuns: rounds },
);

async function rows<Row>(text: string): Promise<Row[]> {
  return database.dataSource.query(text, [tenant]);
}

async function notarised(): Promise<number> {
  const [log] = await rows<{ size: number }>('SELECT size::int FROM notary.log WHERE tenant_id = $1');
  return log?.size ?? 0;
}

/** Writes to five streams until the notary is gone. */
async function write(writer: number, signal: AbortSignal): Promise<void> {
  for (let n = 0; !signal.aborted; n += 1) {
    await database.store.append(appendOf(tenant, `budget-SN.${(writer + n) % 5}`, 1 + (n % 3)));
    // No faster than the notary, which must not be left behind with nothing but whole pages.
    await setTimeout(2);
  }
}

describe('a notary that is killed under load', () => {
  it(`leaves a state that the next one goes on from (CRASH_SEED=${seed})`, async () => {
    for (const { notarised: enough, afterMs } of moments) {
      const before = await notarised();
      const killed = new AbortController();
      const child = spawnSource('test/crash/notary-process.ts', [database.url, key], {});
      const gone = once(child, 'close');
      const writing = Promise.all([0, 1, 2].map((writer) => write(writer, killed.signal)));
      while ((await notarised()) < before + enough) expect(child.exitCode).toBeNull();
      await setTimeout(afterMs);
      child.kill('SIGKILL');
      await gone;
      killed.abort();
      await writing;
    }
    if (!privateKey) throw new Error('The key is none.');
    const signer = new NotarySigner('notarie.example', privateKey);
    const { notary, reports } = testNotary(database.dataSource, database.store, { signer });
    await notary.catchUp(tenant);
    expect(reports).toEqual([]);

    const envelopes = (await sealedLog(database.store, tenant)).map(({ envelope }) => envelope);
    const leaves = envelopes.map((envelope) => leafHash(envelope));
    expect(
      await rows('SELECT index::int, event_id AS id FROM notary.leaf WHERE tenant_id = $1 ORDER BY 1'),
    ).toEqual(envelopes.map((envelope, index) => ({ index, id: parseEnvelope(envelope).id })));
    await expectTree(leaves.length, rootOf(leaves));
    await expectStreams(envelopes);

    const verifierKey = parseVerifierKey(signer.verifierKey(tenant));
    const checkpoints = await rows<{ size: number; note: string }>(
      'SELECT size::int, note FROM notary.checkpoint WHERE tenant_id = $1 ORDER BY 1',
    );
    expect(checkpoints.length).toBeGreaterThan(rounds);
    for (const { size, note } of checkpoints) {
      const { root } = openCheckpoint(note, verifierKey);
      expect([size, Buffer.from(root)]).toEqual([size, Buffer.from(rootOf(leaves.slice(0, size)))]);
    }
    expect(checkpoints.at(-1)?.size).toBe(leaves.length);
  }, 240_000);
});

async function expectTree(size: number, root: Uint8Array): Promise<void> {
  const tiles = await rows<{ level: number; index: number; hashes: Buffer }>(
    'SELECT level, index::int, hashes FROM notary.tile WHERE tenant_id = $1',
  );
  const contents = new Map(tiles.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const hashAt = hashAtFromTiles(
    size,
    ({ level, index }) => contents.get(`${level}/${index}`) ?? Buffer.of(),
  );
  expect(Buffer.from(rootAt(size, hashAt))).toEqual(Buffer.from(root));
}

async function expectStreams(envelopes: readonly string[]): Promise<void> {
  const last = new Map(
    envelopes.map((envelope) => [parseEnvelope(envelope).stream, hashOfEnvelope(envelope)]),
  );
  const heads = await rows<{ stream: string; hash: string }>(
    `SELECT stream, encode(hash, 'hex') AS hash FROM notary.stream WHERE tenant_id = $1`,
  );
  expect(new Map(heads.map(({ stream, hash }) => [stream, hash]))).toEqual(last);
}
