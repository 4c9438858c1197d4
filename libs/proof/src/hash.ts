import { hash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal, of bytes or of the UTF-8 bytes of a text. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** SHA-256, 32 bytes. Asked for as a text, since Node gives bytes in memory of their own, one piece for every hash. */
export function sha256(data: Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary');
}

let room = Buffer.alloc(8_192);

/** The bytes and behind them a text in UTF-8, to be hashed at once: the next call writes to the same place. */
export function prefixed(prefix: Uint8Array, text: string): Uint8Array {
  // No character takes more than three bytes for each of its UTF-16 units.
  const most = prefix.length + 3 * text.length;
  if (room.length < most) room = Buffer.alloc(2 * most);
  room.set(prefix);
  return room.subarray(0, prefix.length + room.write(text, prefix.length));
}

/** Whether the text is that many bytes in the one way they are written here: lower-case hexadecimal. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);
}
