import { canonicalJson, CanonicalJsonError } from './canonical-json.js';

/** As {@link canonicalJson} has it. */
const maxDepth = 200;

/**
 * Whether the text is the canonical JSON of the value that `JSON.parse` has read from it. Most texts need not be
 * written anew to be told: what `JSON.stringify` gives of them differs in few things from canonical JSON, and where one
 * of these is met, the text is held against canonical JSON itself.
 */
export function isCanonicalJson(text: string, value: unknown): boolean {
  const isPlain = JSON.stringify(value) === text && !text.includes('\\ud');
  return (isPlain && isInOrder(value, 0)) || isWrittenSo(text, value);
}

/** Whether properties are in order, and numbers are those that canonical JSON has. */
function isInOrder(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) || !Number.isInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === maxDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isInOrder(item, depth + 1));
  let before = '';
  for (const name in value) {
    if (name < before || name === 'toJSON') return false;
    if (!isInOrder((value as Record<string, unknown>)[name], depth + 1)) return false;
    before = name;
  }
  return true;
}

function isWrittenSo(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text;
  } catch (error) {
    if (error instanceof CanonicalJsonError) return false;
    throw error;
  }
}
