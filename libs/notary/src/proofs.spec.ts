import {
  consistencyHolds,
  hashAtFromTiles,
  inclusionHolds,
  leafHash,
  openCheckpoint,
  parseEntryBundle,
  rootAt,
  rootOf,
  tilesOf,
  type Hash,
  type HashTile,
} from '#libs/proof';
import { Proofs } from './proofs.adapter.js';
import type { ProofRejection, Shown } from './proof-rejections.js';
import {
  appendOf,
  fill,
  newId,
  newTenant,
  notaryDatabase,
  sealedLog,
  testNotary,
  verifierKeyOf,
  type NotaryDatabase,
} from './testing/index.js';

const sizes = [1, 2, 3, 200, 256, 300, 700];
const last = 700;

let database: NotaryDatabase;
let proofs: Proofs;
const tenant = newTenant();
let leaves: readonly Hash[];
let ids: readonly string[];

/** A log that was signed at each of the sizes, and has one event more since. */
beforeAll(async () => {
  database = await notaryDatabase();
  proofs = new Proofs(database.dataSource, database.store);
  const { notary } = testNotary(database.dataSource, database.store);
  let size = 0;
  for (const next of sizes) {
    await fill(database.store, tenant, next - size);
    await notary.catchUp(tenant);
    size = next;
  }
  await database.store.append(appendOf(tenant));
  const log = await sealedLog(database.store, tenant);
  leaves = log.map(({ envelope }) => leafHash(envelope));
  ids = log.map(({ envelope }) => (JSON.parse(envelope) as { id: string }).id);
});

afterAll(() => database.drop());

function answerOf<Answer>(shown: Shown<Answer> | null): Answer {
  if (shown && 'answer' in shown) return shown.answer;
  throw new Error(`It is not shown: ${JSON.stringify(shown)}`);
}

function rejectionOf(shown: Shown<unknown> | null): ProofRejection {
  if (shown && 'rejection' in shown) return shown.rejection;
  throw new Error(`It is not refused: ${JSON.stringify(shown)}`);
}

const notYet = {
  code: 'not-notarised-yet',
  facts: { size: last, signedSize: last, signedAt: expect.any(String), alarmed: false },
};

describe('the checkpoints of a log', () => {
  it('are given by size, the last one unless told', async () => {
    expect(answerOf(await proofs.checkpoint(tenant)).size).toBe(last);
    for (const size of sizes) {
      const { root, note } = answerOf(await proofs.checkpoint(tenant, size));
      expect(root).toEqual(rootOf(leaves.slice(0, size)));
      expect(openCheckpoint(note, verifierKeyOf(tenant))).toMatchObject({ size, root });
    }
  });

  it('are not there for other sizes', async () => {
    expect(rejectionOf(await proofs.checkpoint(tenant, 4))).toEqual({
      code: 'checkpoint-missing',
      facts: { size: 4, signedSize: last },
    });
    expect(rejectionOf(await proofs.checkpoint(tenant, last + 1))).toEqual(notYet);
  });

  it('are not there yet where nothing is notarised, and never will be where nothing is recorded', async () => {
    const recorded = newTenant();
    await database.store.append(appendOf(recorded));
    const facts = { size: 0, signedSize: 0, signedAt: null, alarmed: false };
    expect(rejectionOf(await proofs.checkpoint(recorded))).toEqual({ code: 'not-notarised-yet', facts });
    expect(rejectionOf(await proofs.consistency(recorded, 0))).toEqual({ code: 'not-notarised-yet', facts });
    expect(await proofs.checkpoint(newTenant())).toBeNull();
    expect(await proofs.consistency(newTenant(), 0)).toBeNull();
  });

  it('are listed from the last one on, a page at a time', async () => {
    const sizesOf = async (page: { below?: number; limit: number }) =>
      (await proofs.checkpoints(tenant, page)).map(({ size }) => size);
    expect(await sizesOf({ limit: 10 })).toEqual(sizes.toReversed());
    expect(await sizesOf({ limit: 2, below: 300 })).toEqual([256, 200]);
  });
});

describe('the tiles of a log', () => {
  it('give the root of every size, as wide as that had them', async () => {
    for (const size of sizes) {
      const contents = new Map<string, Uint8Array>();
      const key = ({ level, index }: HashTile) => `${level}/${index}`;
      for (const tile of tilesOf(size)) {
        const content = answerOf(await proofs.tile(tenant, tile));
        expect(content).toHaveLength(32 * tile.width);
        contents.set(key(tile), content);
      }
      const hashAt = hashAtFromTiles(size, (tile) => contents.get(key(tile)) ?? new Uint8Array());
      expect(rootAt(size, hashAt)).toEqual(rootOf(leaves.slice(0, size)));
    }
  });

  it('come with bundles of the envelopes', async () => {
    for (const [index, width] of [
      [0, 256],
      [1, 256],
      [2, 188],
      [0, 3],
    ] as const) {
      const bundle = answerOf(await proofs.tile(tenant, { level: 'entries', index, width }));
      const hashes = parseEntryBundle(width, bundle).map((entry) => leafHash(entry));
      expect(hashes).toEqual(leaves.slice(index * 256, index * 256 + width));
    }
  });

  it.each<[number | 'entries', number, number]>([
    [0, 2, 189],
    [0, 2, 256],
    [0, 3, 1],
    [1, 0, 3],
    [2, 0, 1],
    ['entries', 2, 189],
    ['entries', 3, 1],
    [63, 2 ** 49, 256],
  ])('are not there beyond the tree: %s/%d with %d', async (level, index, width) => {
    expect(await proofs.tile(tenant, { level, index, width })).toBeNull();
  });
});

describe('a proof of inclusion', () => {
  it('leads from the envelope of every event to the checkpoint', async () => {
    for (const index of [0, 1, 2, 3, 199, 255, 256, 257, 511, 512, 699]) {
      for (const size of [undefined, ...sizes.filter((each) => each > index)]) {
        const shown = answerOf(await proofs.inclusion(tenant, ids[index] ?? '', size));
        expect(shown.index).toBe(index);
        expect(shown.checkpoint.size).toBe(size ?? last);
        expect(inclusionHolds(leafHash(shown.event.envelope), index, shown.checkpoint, shown.proof)).toBe(
          true,
        );
      }
    }
  });

  it('is not there yet for an event that no checkpoint covers', async () => {
    expect(rejectionOf(await proofs.inclusion(tenant, ids[last] ?? ''))).toEqual(notYet);
  });

  it('is not there under a checkpoint from before the event, or that there is not', async () => {
    expect(rejectionOf(await proofs.inclusion(tenant, ids[256] ?? '', 256))).toEqual({
      code: 'event-beyond-size',
      facts: { index: 256, size: 256 },
    });
    expect(rejectionOf(await proofs.inclusion(tenant, ids[0] ?? '', 5)).code).toBe('checkpoint-missing');
    expect(rejectionOf(await proofs.inclusion(tenant, ids[0] ?? '', last + 1))).toEqual(notYet);
  });

  it('is none for what was never recorded, or elsewhere', async () => {
    expect(await proofs.inclusion(tenant, newId())).toBeNull();
    expect(await proofs.inclusion(newTenant(), ids[0] ?? '')).toBeNull();
  });
});

describe('a proof of consistency', () => {
  it('leads from every size to every later one', async () => {
    const tree = (size: number) => ({ size, root: rootOf(leaves.slice(0, size)) });
    for (const from of [0, 4, 255, ...sizes]) {
      for (const to of [...sizes, 699].filter((each) => each >= from)) {
        const { proof } = answerOf(await proofs.consistency(tenant, from, to));
        expect(consistencyHolds(tree(from), tree(to), proof)).toBe(true);
      }
    }
    expect(answerOf(await proofs.consistency(tenant, 5))).toMatchObject({ from: 5, to: last });
  });

  it('is refused where there is none', async () => {
    expect(rejectionOf(await proofs.consistency(tenant, 7, 3))).toEqual({
      code: 'sizes-out-of-order',
      facts: { from: 7, to: 3 },
    });
    expect(rejectionOf(await proofs.consistency(tenant, 7, last + 1))).toEqual(notYet);
    expect(rejectionOf(await proofs.consistency(tenant, last + 1))).toEqual(notYet);
  });
});

describe('an event that was changed behind the notary', () => {
  const altered = { code: 'log-altered', facts: { index: 300 } };
  const change = (from: string, to: string) =>
    database.tamper(
      `UPDATE event_store.event SET envelope = replace(envelope, $2, $3) WHERE tenant_id = $1 AND position = 301`,
      [tenant, from, to],
    );

  beforeAll(() => change('§ 21', '§ 22'));
  afterAll(() => change('§ 22', '§ 21'));

  it('is shown as part of the log no more', async () => {
    expect(rejectionOf(await proofs.inclusion(tenant, ids[300] ?? ''))).toEqual(altered);
    const bundle = { level: 'entries', index: 1, width: 256 } as const;
    expect(rejectionOf(await proofs.tile(tenant, bundle))).toEqual(altered);
    expect(answerOf(await proofs.inclusion(tenant, ids[299] ?? '')).index).toBe(299);
  });
});
