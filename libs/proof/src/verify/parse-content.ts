import type { BasisKind, Content } from '../envelope.js';
import { isCanonicalJson } from '../is-canonical-json.js';

/** The text is not the content of an event. */
export class ContentError extends Error {
  constructor(reason: string) {
    super(`The content ${reason}.`);
    this.name = 'ContentError';
  }
}

/** Reads the content of an event that rests on ground of that kind. Throws {@link ContentError}. */
export function parseContent(text: string, basis: BasisKind): Content {
  const content = parsed(text);
  if (!isCanonicalJson(text, content)) throw new ContentError('is not canonical JSON');
  if (!hasItsFields(content)) throw new ContentError('has other fields than it should have');
  if ((content.reason !== null) !== (basis === 'uncited')) {
    throw new ContentError('gives a reason where a paragraph is known or none is needed, or lacks one');
  }
  return content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContentError('is not JSON');
  }
}

function hasItsFields(value: unknown): value is Content {
  if (typeof value !== 'object' || value === null) return false;
  const { reason, requestHash, warnings } = value as Record<string, unknown>;
  return (
    // Canonical JSON has them in order.
    Object.keys(value).join() === 'data,reason,requestHash,warnings' &&
    (reason === null || typeof reason === 'string') &&
    (requestHash === null || typeof requestHash === 'string') &&
    Array.isArray(warnings)
  );
}
