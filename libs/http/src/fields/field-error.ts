import { fieldProblems, type FieldProblemCode } from './field-problems.js';

/** What is wrong with one part of a request, and where: exactly one of `pointer`, `parameter` and `header`. */
export interface FieldError {
  /** JSON pointer into the body as a URI fragment: `#/lines/0/amountOre`. */
  readonly pointer?: string;
  /** Name of a parameter in the path or the query. */
  readonly parameter?: string;
  readonly header?: string;
  readonly code: string;
  /** One Swedish sentence. */
  readonly detail: string;
}

export type FieldPlace = Pick<FieldError, 'pointer' | 'parameter' | 'header'>;

/** The JSON pointer (RFC 6901) of a path into the body. */
export function pointerOf(path: readonly (string | number)[]): string {
  return `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

export function fieldError(place: FieldPlace, code: FieldProblemCode): FieldError {
  return { ...place, code, detail: fieldProblems[code] };
}
