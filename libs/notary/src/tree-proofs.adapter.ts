import {
  consistencyProof,
  hashAtFromTiles,
  inclusionProof,
  tilesRead,
  type Hash,
  type HashAt,
} from '#libs/proof';
import type { EntityManager } from 'typeorm';
import { readTiles } from './tiles.adapter.js';

/** Computes something of a municipality's tree of that size, from those of its tiles that it takes. */
async function fromTiles<Result>(
  manager: EntityManager,
  tenant: string,
  size: number,
  compute: (hashAt: HashAt) => Result,
): Promise<Result> {
  const read = await readTiles(manager, tenant, tilesRead(size, compute));
  return compute(hashAtFromTiles(size, read));
}

/** The hashes which show that the tree of `to` leaves begins with that of `from`. */
export function consistencyFrom(
  manager: EntityManager,
  tenant: string,
  from: number,
  to: number,
): Promise<readonly Hash[]> {
  return fromTiles(manager, tenant, to, (hashAt) => consistencyProof(from, to, hashAt));
}

/** A leaf, and the hashes that lead from it to the root of the tree of that size. */
export interface Inclusion {
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
}

export function inclusionIn(
  manager: EntityManager,
  tenant: string,
  index: number,
  size: number,
): Promise<Inclusion> {
  return fromTiles(manager, tenant, size, (hashAt) => ({
    leaf: hashAt(0, index),
    proof: inclusionProof(index, size, hashAt),
  }));
}
