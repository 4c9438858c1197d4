import { createHash } from 'node:crypto';

/** SHA-256 (hex) that tells a retry from another request under the same key. The body is taken as it was sent. */
export function requestHash(method: string, path: string, body: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(`${method} ${path}\n`)
    .update(body ?? '')
    .digest('hex');
}
