import { saltBytes } from '../envelope.js';
import { isHex } from '../hash.js';
import { LineError } from './line-error.js';

/** An event's texts, as the log keeps them. */
export interface EventTexts {
  readonly envelope: string;
  /** Null where it has been erased; so is the salt then. */
  readonly content: string | null;
  /** 32 hex digits. */
  readonly salt: string | null;
}

const contentStart = '{"content":';
const envelopeStart = ',"envelope":';
const saltStart = ',"salt":"';
const saltEnd = '"}';
const erasedStart = '{"envelope":';
const erasedEnd = '}';

/** Canonical JSON, since the texts in it are and the names stand in order. */
export function eventLine({ envelope, content, salt }: EventTexts): string {
  if (content === null) return erasedStart + envelope + erasedEnd;
  return contentStart + content + envelopeStart + envelope + saltStart + salt + saltEnd;
}

/**
 * Cuts a line as {@link eventLine} joined it, to the byte. An envelope has no field of the name `envelope`, so it
 * begins behind the last such name. Whether the texts are what they should be is for whoever reads them to say.
 * Throws {@link LineError}.
 */
export function cutEventLine(line: string): EventTexts {
  if (line.startsWith(erasedStart) && line.endsWith(erasedEnd)) {
    const envelope = line.slice(erasedStart.length, -erasedEnd.length);
    return { envelope, content: null, salt: null };
  }
  const envelopeEnd = line.length - saltStart.length - 2 * saltBytes - saltEnd.length;
  const contentEnd = line.lastIndexOf(envelopeStart, envelopeEnd);
  const salt = line.slice(envelopeEnd + saltStart.length, -saltEnd.length);
  const isWhole = line.startsWith(contentStart) && contentEnd > 0 && line.endsWith(saltEnd);
  if (!isWhole || !line.startsWith(saltStart, envelopeEnd) || !isHex(salt, saltBytes)) {
    throw new LineError('It is not {"content":…,"envelope":…,"salt":"…"}, nor {"envelope":…}.');
  }
  return {
    content: line.slice(contentStart.length, contentEnd),
    envelope: line.slice(contentEnd + envelopeStart.length, envelopeEnd),
    salt,
  };
}
