import { InvalidPositionError } from '../errors.js';
import type { Position } from '../event-store.js';

/** Byte offsets in the server's log: of the commit, and of the event's own record. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** `{commit}:{prepare}` */
export function printPosition({ commit, prepare }: LogPosition): Position {
  return `${commit}:${prepare}`;
}

/** Throws {@link InvalidPositionError}. */
export function parsePosition(text: Position): LogPosition {
  const match = /^(0|[1-9]\d{0,18}):(0|[1-9]\d{0,18})$/.exec(text);
  if (!match) throw new InvalidPositionError(text);
  return { commit: BigInt(match[1] ?? 0), prepare: BigInt(match[2] ?? 0) };
}

export function compareLogPositions(a: LogPosition, b: LogPosition): number {
  return sign(a.commit - b.commit) || sign(a.prepare - b.prepare);
}

function sign(difference: bigint): number {
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function comparePositions(a: Position, b: Position): number {
  return compareLogPositions(parsePosition(a), parsePosition(b));
}

/** The position that is furthest in the direction. */
export function furthest(
  positions: readonly (LogPosition | undefined)[],
  direction: 'forwards' | 'backwards',
): LogPosition | undefined {
  const sorted = positions.filter((position) => position !== undefined).toSorted(compareLogPositions);
  return sorted.at(direction === 'forwards' ? -1 : 0);
}
