import { QueryFailedError } from 'typeorm';
import { FoldError } from './errors.js';

/** Classes of SQLSTATE by which PostgreSQL refuses data: data exception, integrity violation, limit exceeded. */
const refusalsOfData = ['22', '23', '54'];

/**
 * Whether the error lies in what was to be folded or written, so that trying again is of little use.
 * Everything else, a lost connection or a full disk, is the surroundings' and passes.
 */
export function isPoison(error: unknown): boolean {
  return error instanceof FoldError || refusalsOfData.includes(sqlStateOf(error)?.slice(0, 2) ?? '');
}

/** The SQLSTATE of an error of PostgreSQL, or undefined. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { driverError } = error as QueryFailedError<Error & { readonly code?: string }>;
  return driverError.code;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
