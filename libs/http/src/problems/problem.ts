import type { FieldError } from '../fields/field-error.js';

/** Problem details for HTTP APIs (RFC 9457), in Swedish, with a code and facts for machines. */
export interface Problem {
  /** `urn:paragraf:problem:{code}`; permanent. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked. */
  readonly instance: string;
  readonly code: string;
  /** What decided; the shape goes with the code. */
  readonly facts: object;
  /** Present where parts of the request itself are at fault. */
  readonly errors?: readonly FieldError[];
}

export const problemMediaType = 'application/problem+json';

export function problemType(code: string): string {
  return `urn:paragraf:problem:${code}`;
}
