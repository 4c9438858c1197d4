import { createHash } from 'node:crypto';

/** The leaves with which implementations of RFC 6962 are compared, and the roots of the trees of the first of them. */
export const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));

export const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** MTH of RFC 6962, 2.1, word for word, over entries. */
export function referenceRoot(entries: readonly Uint8Array[]): Buffer {
  const n = entries.length;
  if (n === 0) return sha256();
  if (n === 1) return sha256(Buffer.of(0), entries[0]!);
  const k = 2 ** Math.ceil(Math.log2(n) - 1);
  return sha256(Buffer.of(1), referenceRoot(entries.slice(0, k)), referenceRoot(entries.slice(k)));
}

/** PATH of RFC 6962, 2.1.1. */
export function referencePath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  const n = entries.length;
  if (n === 1) return [];
  const k = 2 ** Math.ceil(Math.log2(n) - 1);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m < k
    ? [...referencePath(m, left), referenceRoot(right)]
    : [...referencePath(m - k, right), referenceRoot(left)];
}

/** PROOF of RFC 6962, 2.1.2; b is true at the start. */
export function referenceConsistency(m: number, entries: readonly Uint8Array[], b = true): Buffer[] {
  const n = entries.length;
  if (m === n) return b ? [] : [referenceRoot(entries)];
  const k = 2 ** Math.ceil(Math.log2(n) - 1);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m <= k
    ? [...referenceConsistency(m, left, b), referenceRoot(right)]
    : [...referenceConsistency(m - k, right, false), referenceRoot(left)];
}
