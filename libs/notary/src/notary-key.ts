import { createPrivateKey, type KeyObject } from 'node:crypto';

/**
 * A private Ed25519 key from its PKCS#8 as PEM, or from that in base64, with or without its frame, as it fits one
 * line. Null where the text is none.
 */
export function parseNotaryKey(text: string): KeyObject | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----')) return ed25519(() => createPrivateKey(trimmed));
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(trimmed)) return null;
  const bytes = Buffer.from(trimmed, 'base64');
  if (bytes.subarray(0, 5).toString() === '-----') return ed25519(() => createPrivateKey(bytes.toString()));
  return ed25519(() => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }));
}

function ed25519(create: () => KeyObject): KeyObject | null {
  try {
    const key = create();
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
