import { tileWidth } from '../tile.js';

/** The entries of a bundle that have one name, in their order; between the second and the third stands the log. */
export const headName = 'bundle.json';
export const checkpointName = 'checkpoint';
export const erasuresName = 'erasures.ndjson';
export const sumsName = 'SHA256SUMS';

/** Events in each file: as many as hashes in a tile, so that the tile follows the events that it is made of. */
export const eventsAFile = tileWidth;

/** `events/000000.ndjson`, and seven digits or more where the log has 256 million events. */
export function eventsName(file: number): string {
  return `events/${String(file).padStart(6, '0')}.ndjson`;
}

export function readModelName(name: string): string {
  return `read-models/${name}.ndjson`;
}
