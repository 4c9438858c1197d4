import { readdir, readFile } from 'node:fs/promises';
import { verifyReceipt } from './receipt.js';
import { auditVectors } from './testing/vectors.js';
import { parseVerifierKey } from './verifier-key.js';
import { verifyBundle } from './verify/verify-bundle.js';

const folder = new URL('../../../docs/audit-vectors/', import.meta.url);
const bytesOf = (name: string) => readFile(new URL(name, folder));
const textOf = async (name: string) => (await bytesOf(name)).toString();

interface Vectors {
  readonly meddled: readonly { change: string; at: number; bytes: string; failure: string }[];
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

describe('the vectors for other verifiers', () => {
  it('are what is written today, to the byte', async () => {
    const vectors = await auditVectors();
    const names = (await readdir(folder)).filter((name) => name !== 'README.md');
    expect(names.toSorted()).toEqual([...vectors.keys()].toSorted());
    for (const [name, bytes] of vectors) {
      expect([name, (await bytesOf(name)).equals(bytes)]).toEqual([name, true]);
    }
  });

  it('hold', async () => {
    const verifierKey = (await textOf('verifier-key.txt')).trim();
    const since = await textOf('earlier-checkpoint.txt');
    const bundle = await bytesOf('bundle.tar');
    expect(await verifyBundle(whole(bundle), { verifierKey, since })).toMatchObject({
      failure: null,
      since: 4,
      checked: { events: 6, streams: 3 },
      erasures: [{ decision: 'KS 2025-04-01, § 14' }],
    });
    expect(verifyReceipt(await textOf('receipt.txt'), parseVerifierKey(verifierKey)).index).toBe(2);
  });

  it('do not hold where something is exchanged, for the reason that is told', async () => {
    const verifierKey = (await textOf('verifier-key.txt')).trim();
    const { meddled } = JSON.parse(await textOf('vectors.json')) as Vectors;
    expect(meddled.length).toBeGreaterThan(10);
    for (const { change, at, bytes, failure } of meddled) {
      const bundle = await bytesOf('bundle.tar');
      bundle.write(bytes, at, 'hex');
      const found = await verifyBundle(whole(bundle), { verifierKey });
      expect([change, found.failure?.code]).toEqual([change, failure]);
    }
  });
});
