/** 1 to 255 visible ASCII characters. A header sent twice arrives joined by `, ` and so is none. */
export function isIdempotencyKey(header: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(header);
}
