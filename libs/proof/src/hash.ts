import { hash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal, of bytes or of the UTF-8 bytes of a text. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** Whether the text is that many bytes in the one way they are written here: lower-case hexadecimal. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);
}
