import { encodeBase64 } from '../base64.js';
import { cutEventLine } from '../bundle/event-line.js';
import { hashOfEnvelope, type Envelope } from '../envelope.js';
import { leafHash, rootAt } from '../merkle.js';
import { inclusionProof } from '../merkle-proof.js';
import { printReceipt } from '../receipt.js';
import { verifyBundle } from '../verify/verify-bundle.js';
import { bundleBytes, bundleParts, notarised, pieces, sampleVerifierKey } from './bundles.js';
import { readModels, sampleLog } from './sample-verification.js';
import { hashesOf } from './trees.js';

/** What one change to the bundle is found out by. */
interface Meddled {
  readonly change: string;
  readonly at: number;
  /** What stands there instead, in hexadecimal. */
  readonly bytes: string;
  readonly failure: string | null;
}

/** Texts of the bundle that are exchanged for others of the same length, the last one that there is. */
const changes: readonly (readonly [string, string, string])[] = [
  ['an amount', '-200000', '-300000'],
  ['a comment', 'Köp av vård', 'Köp av värd'],
  ['who recorded it', '"id":"test"', '"id":"tess"'],
  ['a committee', '"committee":"SN"', '"committee":"VN"'],
  ['a place in a stream', '"revision":2', '"revision":3'],
  ['a paragraph', 'SN 2025-04-22, § 33', 'SN 2025-04-22, § 34'],
  ['the size in bundle.json', '"size":6', '"size":5'],
  ['the size in the checkpoint', '\n6\n', '\n7\n'],
  ['the name in the checkpoint', 'paragraf.local/alingsas\n', 'paragraf.local/alingsaz\n'],
  ['a listed erasure', 'KS 2025-04-01, § 14', 'KS 2025-04-01, § 15'],
  ['the key of a document', '"key":"SN.2025"', '"key":"SN.2026"'],
  ['a sum', '  checkpoint', ' *checkpoint'],
  ['the mode of a file', '0000644\0', '0000755\0'],
];

/** The vectors of docs/audit-vectors by the names of their files. Formats stay, so they are never made anew. */
export async function auditVectors(): Promise<ReadonlyMap<string, Buffer>> {
  const log = sampleLog();
  const leaves = log.events.map(({ envelope }) => leafHash(envelope));
  const [hashAt, size, index] = [hashesOf(leaves), leaves.length, 2];
  const { checkpoint } = notarised(log.events);
  const event = log.events[index];
  if (!event) throw new RangeError(`The sample has no event ${index}.`);
  const bundle = await bundleBytes(bundleParts(log, readModels));
  const vectors = {
    events: log.events.map((texts) => told(texts)),
    roots: Array.from({ length: size + 1 }, (_, count) => encodeBase64(rootAt(count, hashAt))),
    meddled: await Promise.all(changes.map((change) => meddled(bundle, ...change))),
  };
  return new Map([
    ['bundle.tar', bundle],
    ['earlier-checkpoint.txt', Buffer.from(notarised(log.events.slice(0, 4)).checkpoint)],
    [
      'receipt.txt',
      Buffer.from(printReceipt({ event, index, proof: inclusionProof(index, size, hashAt), checkpoint })),
    ],
    ['verifier-key.txt', Buffer.from(`${sampleVerifierKey}\n`)],
    ['vectors.json', Buffer.from(`${JSON.stringify(vectors, null, 2)}\n`)],
  ]);
}

function told(texts: ReturnType<typeof cutEventLine>) {
  const { dataHash, prev } = JSON.parse(texts.envelope) as Envelope;
  const leaf = encodeBase64(leafHash(texts.envelope));
  return { ...texts, dataHash, prev, hash: hashOfEnvelope(texts.envelope), leaf };
}

async function meddled(bundle: Buffer, change: string, from: string, to: string): Promise<Meddled> {
  const bytes = Buffer.from(to);
  const at = bundle.lastIndexOf(from);
  if (at < 0 || bytes.length !== Buffer.byteLength(from)) {
    throw new RangeError(`${from} cannot be exchanged.`);
  }
  const other = Buffer.from(bundle);
  bytes.copy(other, at);
  const { failure } = await verifyBundle(pieces(other), { verifierKey: sampleVerifierKey });
  return { change, at, bytes: bytes.toString('hex'), failure: failure?.code ?? null };
}
