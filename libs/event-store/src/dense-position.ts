import { InvalidPositionError } from './errors.js';
import type { Position } from './event-store.js';

/** Positions of a log without holes: 1, 2, 3 … Throws {@link InvalidPositionError} for anything else. */
export function parsePosition(position: Position): number {
  const number = /^(?:0|[1-9]\d{0,15})$/.test(position) ? Number(position) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new InvalidPositionError(position);
  return number;
}

export function compareDensePositions(a: Position, b: Position): number {
  return parsePosition(a) - parsePosition(b);
}
