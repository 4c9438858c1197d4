import type { ValidationError } from 'class-validator';
import { fieldError, pointerOf, type FieldError, type FieldPlace } from './field-error.js';
import { fieldProblems, type FieldProblemCode } from './field-problems.js';

/** Enough to mend a request by; the rest shows when these are mended. */
const maxErrors = 100;

/** Checks that class-validator brings itself, by the code that they are told with here. */
const codesOfStandardChecks: Readonly<Record<string, FieldProblemCode>> = {
  whitelistValidation: 'unknown-field',
  nestedValidation: 'not-an-object',
  isObject: 'not-an-object',
  isString: 'malformed-text',
  isNotEmpty: 'malformed-text',
  maxLength: 'text-too-long',
  isInt: 'malformed-number',
  isNumber: 'malformed-number',
  min: 'number-out-of-range',
  max: 'number-out-of-range',
  isBoolean: 'malformed-flag',
  isIn: 'unknown-value',
  isEnum: 'unknown-value',
  isArray: 'not-a-list',
  arrayMinSize: 'too-few-items',
  arrayMaxSize: 'too-many-items',
  arrayUnique: 'repeated-item',
};

/** Says what class-validator found in our codes and words, one error a field, each with its place. */
export function fieldErrors(
  found: readonly ValidationError[],
  source: 'body' | 'query' | 'param',
): FieldError[] {
  return [...everyError(found, source, [])].slice(0, maxErrors);
}

function* everyError(
  found: readonly ValidationError[],
  source: 'body' | 'query' | 'param',
  parents: readonly string[],
): Generator<FieldError> {
  for (const error of found) {
    const path = [...parents, error.property];
    const place = source === 'body' ? { pointer: pointerOf(path) } : { parameter: path.join('.') };
    const [first] = Object.entries(error.constraints ?? {});
    if (first) yield told(place, first, error.value, source);
    else yield* everyError(error.children ?? [], source, path);
  }
}

function told(
  place: FieldPlace,
  [check, detail]: [string, string],
  value: unknown,
  source: string,
): FieldError {
  if (value === undefined && check !== 'missing-basis') return fieldError(place, 'missing-field');
  if (source === 'query' && isRepeated(value, check)) return fieldError(place, 'repeated-parameter');
  if (check in fieldProblems) return { ...place, code: check, detail };
  return fieldError(place, codesOfStandardChecks[check] ?? 'malformed-value');
}

/** A parameter given twice arrives as a list of texts. */
function isRepeated(value: unknown, check: string): boolean {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'string') && check !== 'whitelistValidation'
  );
}
