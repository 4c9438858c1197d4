import { signCheckpoint } from '../checkpoint.js';
import type { BundleParts } from '../bundle/bundle-archive.js';
import {
  bundleBytes,
  bundleParts,
  digest,
  logKey,
  pieces,
  readModels,
  sampleLog,
  sampleOrigin,
  sampleVerifierKey,
  verified,
} from '../testing/index.js';
import type { FailureCode } from './failure.js';
import { verifyBundle } from './verify-bundle.js';

describe('what somebody does to the bundle is found', () => {
  const parts = () => bundleParts(sampleLog(), readModels);

  it.each<[string, FailureCode, () => BundleParts]>([
    [
      'another municipality',
      'bundle-of-another-log',
      () => ({ ...parts(), head: { ...parts().head, municipality: 'lerum' } }),
    ],
    [
      'another origin',
      'bundle-of-another-log',
      () => ({ ...parts(), head: { ...parts().head, origin: 'x/alingsas' } }),
    ],
    [
      'another size',
      'checkpoint-of-another-size',
      () => ({ ...parts(), head: { ...parts().head, size: 5 } }),
    ],
    ['no checkpoint', 'entry-malformed', () => ({ ...parts(), checkpoint: 'x' })],
    ['another tile', 'event-not-in-the-tree', () => ({ ...parts(), tile: async () => Buffer.alloc(6 * 32) })],
    ['a tile too short', 'tile-differs', () => ({ ...parts(), tile: async () => Buffer.alloc(5 * 32) })],
    [
      'another root, signed',
      'root-differs',
      () => ({
        ...parts(),
        checkpoint: signCheckpoint({ origin: sampleOrigin, size: 6, root: Buffer.alloc(32) }, logKey),
      }),
    ],
    [
      'documents out of order',
      'entry-malformed',
      () =>
        bundleParts(sampleLog(), [
          {
            name: 'budgets',
            documents: [
              { key: 'b', digest },
              { key: 'a', digest },
            ],
          },
        ]),
    ],
    [
      'a document twice',
      'entry-malformed',
      () =>
        bundleParts(sampleLog(), [
          {
            name: 'budgets',
            documents: [
              { key: 'a', digest },
              { key: 'a', digest },
            ],
          },
        ]),
    ],
    [
      'a digest that is none',
      'entry-malformed',
      () => bundleParts(sampleLog(), [{ name: 'budgets', documents: [{ key: 'a', digest: 'x' }] }]),
    ],
    ['read models out of order', 'entry-malformed', () => bundleParts(sampleLog(), readModels.toReversed())],
  ])('%s: %s', async (_, code, meddledParts) => {
    expect((await verified(meddledParts())).failure).toMatchObject({ code });
  });

  it.each<[string, FailureCode, (bytes: Buffer) => Buffer]>([
    ['nothing at all', 'archive-malformed', () => Buffer.alloc(0)],
    ['half of it', 'archive-malformed', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['something behind it', 'archive-malformed', (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
    [
      'another list of erasures',
      'erasures-list-differs',
      (bytes) => patched(bytes, 'KS 2025-04-01, § 14","effectiveOn', 'KS 2025-04-01, § 15","effectiveOn'),
    ],
    ['another sum', 'sums-differ', (bytes) => patched(bytes, '  bundle.json', ' *bundle.json')],
  ])('%s: %s', async (_, code, meddle) => {
    const bytes = meddle(await bundleBytes(parts()));
    expect((await verifyBundle(pieces(bytes), { verifierKey: sampleVerifierKey })).failure).toMatchObject({
      code,
    });
  });
});

describe('a bundle in which one bit is another', () => {
  it('never holds, whichever bit it is', async () => {
    const bytes = await bundleBytes(bundleParts(sampleLog(), readModels));
    const held: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      // Another bit at every byte: all eight of them come up within every field.
      flipped[at]! ^= 1 << (at % 8);
      const { failure } = await verifyBundle(pieces(flipped, bytes.length), {
        verifierKey: sampleVerifierKey,
      });
      if (!failure) held.push(at);
    }
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(held).toEqual([]);
  });
});

/** The last place where the text stands, with another one of the same length. */
function patched(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.lastIndexOf(from);
  const changed = Buffer.from(bytes);
  changed.write(to, at);
  return changed;
}
