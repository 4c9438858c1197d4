/** Deeper than anything recorded; bounds the recursion, also where a value contains itself. */
const maxDepth = 200;

/** A value that has no canonical JSON, and where in it the trouble stands: `data.lines[3].amountOre`. */
export class CanonicalJsonError extends Error {
  constructor(
    readonly reason: string,
    readonly path = '',
  ) {
    super(path === '' ? `The value ${reason}.` : `The value at ${path} ${reason}.`);
    this.name = 'CanonicalJsonError';
  }
}

/**
 * The one JSON text of a value, as RFC 8785 (JCS) defines it: no white space, properties in the order of their
 * UTF-16 code units, numbers and strings as JavaScript prints them. A property that is undefined is left out.
 *
 * Throws {@link CanonicalJsonError} on what JSON cannot hold or would change in silence: NaN and infinities, integers
 * beyond 2^53 - 1 (which may have been rounded before they came here), lone surrogates, functions, symbols, bigints,
 * undefined in an array, objects with a `toJSON` of their own, and maps and sets.
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      return canonicalNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth === maxDepth) throw new CanonicalJsonError(`is nested deeper than ${maxDepth}`);
      return Array.isArray(value) ? arrayText(value, depth + 1) : objectText(value, depth + 1);
    default:
      throw new CanonicalJsonError(`is ${typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`}`);
  }
}

/** What makes a string more than itself between quotes: what JSON escapes, and lone surrogates. */
const special = /["\\\p{Control}\p{Surrogate}]/u;

export function canonicalString(text: string): string {
  if (!special.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new CanonicalJsonError('has a lone surrogate');
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  if (Number.isSafeInteger(value)) return `${value}`;
  if (!Number.isFinite(value)) throw new CanonicalJsonError(`is ${value}`);
  if (Number.isInteger(value)) throw new CanonicalJsonError(`is ${value}, an integer beyond 2^53 - 1`);
  return `${value}`;
}

function arrayText(array: readonly unknown[], depth: number): string {
  let text = '[';
  let index = 0;
  try {
    for (; index < array.length; index += 1) {
      if (index > 0) text += ',';
      text += written(array[index], depth);
    }
  } catch (error) {
    throw within(`[${index}]`, error);
  }
  return `${text}]`;
}

function objectText(object: object, depth: number): string {
  const keys = keysInOrder(object);
  let text = '{';
  let separator = '';
  let name = '';
  try {
    for (name of keys) {
      const value = (object as Record<string, unknown>)[name];
      if (value === undefined) continue;
      text += `${separator}${canonicalString(name)}:${written(value, depth)}`;
      separator = ',';
    }
  } catch (error) {
    throw within(name, error);
  }
  return `${text}}`;
}

function keysInOrder(object: object): string[] {
  if ('toJSON' in object) throw new CanonicalJsonError('is an object that prints itself as JSON');
  if (object instanceof Map || object instanceof Set) throw new CanonicalJsonError('is a map or a set');
  const keys = Object.keys(object);
  // What was read from canonical JSON is in order already, and looking is cheaper than sorting.
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key) ? keys : keys.toSorted();
}

function within(step: string, error: unknown): unknown {
  if (!(error instanceof CanonicalJsonError)) return error;
  const dot = error.path === '' || error.path.startsWith('[') ? '' : '.';
  return new CanonicalJsonError(error.reason, `${step}${dot}${error.path}`);
}
