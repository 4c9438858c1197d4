import type { BuiltTile, HashTile } from '#libs/proof';
import type { EntityManager } from 'typeorm';

/** Of SHA-256. */
const hashBytes = 32;

/** Tiles that were read: gives the content of any of them, as wide as it is asked for. */
export type ReadTile = (tile: HashTile) => Uint8Array;

/**
 * Reads tiles of a municipality's tree, all at once. What is answered throws where the tile it is asked for is not
 * there, or not that wide.
 */
export async function readTiles(
  manager: EntityManager,
  tenant: string,
  tiles: readonly HashTile[],
): Promise<ReadTile> {
  const rows =
    tiles.length === 0
      ? []
      : await manager.query<{ level: number; index: string; hashes: Buffer }[]>(
          `SELECT level, index, hashes FROM unnest($2::int[], $3::bigint[]) AS asked (level, index)
           JOIN notary.tile USING (level, index) WHERE tenant_id = $1`,
          [tenant, tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
        );
  const contents = new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  return ({ level, index, width }) => {
    const content = contents.get(`${level}/${index}`);
    if (content && content.length >= width * hashBytes) return content.subarray(0, width * hashBytes);
    throw new Error(`The tree of ${tenant} lacks the tile ${level}/${index} of ${width} hashes.`);
  };
}

export async function writeTiles(
  manager: EntityManager,
  tenant: string,
  tiles: readonly BuiltTile[],
): Promise<void> {
  await manager.query(
    `INSERT INTO notary.tile (tenant_id, level, index, hashes)
     SELECT $1, tile.* FROM unnest($2::int[], $3::bigint[], $4::bytea[]) AS tile
     ON CONFLICT (tenant_id, level, index) DO UPDATE SET hashes = excluded.hashes`,
    [
      tenant,
      tiles.map(([{ level }]) => level),
      tiles.map(([{ index }]) => index),
      tiles.map(([, content]) => content),
    ],
  );
}
