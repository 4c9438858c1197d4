/** What can be erased of an event; both null where it has been. */
export interface ErasableTexts {
  readonly content: string | null;
  readonly salt: string | null;
}

const start = '{"content":';
const saltDigits = 32;
const middle = ',"salt":"';
const end = '"}';
const tail = middle.length + saltDigits + end.length;
const erased = '{"content":null,"salt":null}';

/**
 * An event's data on the server: JSON in which the content stands as it is, so that its text can be cut out again
 * byte for byte.
 */
export function printEventData({ content, salt }: ErasableTexts): string {
  return content === null ? erased : `${start}${content}${middle}${salt}${end}`;
}

/** Null where nothing that writes such data has written it. */
export function readEventData(data: Buffer): ErasableTexts | null {
  const contentEnd = data.length - tail;
  const isWhole = contentEnd > start.length && data.toString('latin1', 0, start.length) === start;
  if (isWhole) {
    const saltStart = contentEnd + middle.length;
    const salt = data.toString('latin1', saltStart, saltStart + saltDigits);
    const isClosed = data.toString('latin1', contentEnd, saltStart) === middle && data.at(-1) === closing;
    if (isClosed) return { content: data.toString('utf8', start.length, contentEnd), salt };
  }
  return isBlank(data) || data.equals(erasedBytes) ? { content: null, salt: null } : null;
}

const closing = end.charCodeAt(end.length - 1);
const erasedBytes = Buffer.from(erased);

/** As the server's tool for redaction leaves data: as long as it was, and nothing but ones. */
function isBlank(data: Buffer): boolean {
  return data.length > 0 && data.every((byte) => byte === 0xff);
}
