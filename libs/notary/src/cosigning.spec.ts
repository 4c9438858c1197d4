import { generateKeyPairSync } from 'node:crypto';
import {
  consistencyHolds,
  cosign,
  cosignedAt,
  keyTypes,
  openCheckpoint,
  verifierKey,
  type Tree,
} from '#libs/proof';
import { checkpointEntity } from './checkpoint.entity.js';
import type { Cosigned, Cosigner, CosigningRequest } from './cosigner.js';
import {
  appendOf,
  fill,
  newTenant,
  notaryDatabase,
  testNotary,
  verifierKeyOf,
  type NotaryDatabase,
} from './testing/index.js';

let database: NotaryDatabase;

beforeAll(async () => {
  database = await notaryDatabase();
});

afterAll(() => database.drop());

const { privateKey } = generateKeyPairSync('ed25519');
const witnessKey = verifierKey('vittne.example', keyTypes.cosignature, privateKey);

/** Signs every checkpoint that begins with the one before; remembers the last one, as a witness does. */
class Witness implements Cosigner {
  readonly name = 'vittne.example';
  private last: Tree | null = null;

  async cosign({ checkpoint, consistencyFrom }: CosigningRequest): Promise<Cosigned> {
    const { text } = openCheckpoint(checkpoint.note, verifierKeyOf(checkpoint.tenant)).note;
    const proof = await consistencyFrom(this.last?.size ?? 0);
    const isConsistent = this.last === null || consistencyHolds(this.last, checkpoint, proof);
    if (!isConsistent) throw new Error('It does not only grow.');
    this.last = checkpoint;
    return { signature: cosign(text, 'vittne.example', privateKey, 1_764_000_000 + checkpoint.size) };
  }
}

class Unreachable implements Cosigner {
  readonly name = 'borta.example';
  async cosign(): Promise<never> {
    throw new Error('no answer');
  }
}

/** Has seen what another notary has signed since the request was made, and tells so the first time. */
class Ahead extends Witness {
  private isFirst = true;

  constructor(private readonly goOn: () => Promise<number>) {
    super();
  }

  override async cosign(request: CosigningRequest): Promise<Cosigned> {
    if (!this.isFirst) return super.cosign(request);
    this.isFirst = false;
    return { contradiction: { code: 'saw-more', witnessSize: await this.goOn() } };
  }
}

const noteOf = async (tenant: string, size: number) =>
  (await database.dataSource.manager.findOneByOrFail(checkpointEntity, { tenant, size })).note;

describe('cosigners', () => {
  it('are asked for every checkpoint, and their signatures stand below the notary’s', async () => {
    const tenant = newTenant();
    const { notary, reports } = testNotary(database.dataSource, database.store, {
      cosigners: [new Witness()],
    });
    for (const size of [3, 300, 301]) {
      await fill(database.store, tenant, size - (size === 300 ? 3 : size === 301 ? 300 : 0));
      await notary.catchUp(tenant);
      const { note } = openCheckpoint(await noteOf(tenant, size), verifierKeyOf(tenant));
      expect(cosignedAt(note, witnessKey)).toBe(1_764_000_000 + size);
    }
    expect(reports).toEqual([]);
  });

  it('raise no alarm where another notary has signed on meanwhile', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 3);
    const other = testNotary(database.dataSource, database.store);
    const ahead = new Ahead(async () => {
      await database.store.append(appendOf(tenant));
      await other.notary.catchUp(tenant);
      return 4;
    });
    const { notary, reports } = testNotary(database.dataSource, database.store, { cosigners: [ahead] });
    await notary.catchUp(tenant);
    const { note } = openCheckpoint(await noteOf(tenant, 4), verifierKeyOf(tenant));
    expect(cosignedAt(note, witnessKey)).toBe(1_764_000_004);
    expect([...reports, ...other.reports]).toEqual([]);
  });

  it('hold up nobody where they cannot be reached', async () => {
    const tenant = newTenant();
    const { notary, reports } = testNotary(database.dataSource, database.store, {
      cosigners: [new Unreachable()],
    });
    await database.store.append(appendOf(tenant));
    await notary.catchUp(tenant);
    const { note } = openCheckpoint(await noteOf(tenant, 1), verifierKeyOf(tenant));
    expect(note.signatures).toHaveLength(1);
    expect(reports).toEqual([`A checkpoint of ${tenant} was not cosigned by borta.example: no answer`]);
  });
});
