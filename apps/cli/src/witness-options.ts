import { isKeyName, keyTypes, parseVerifierKey, VerifierKeyError, type VerifierKey } from '#libs/proof';
import type { ListenAddress } from '#libs/witness';
import { sound } from './options.js';

/** Another log beside those before it. */
export function logKeys(text: string, before: readonly VerifierKey[] = []): readonly VerifierKey[] {
  const key = verifierKeyIn(text);
  const sentence = `Ange loggens verifieringsnyckel, som namn+id+nyckel; ${text} är inte en.`;
  return sound([...before, ...(key ? [key] : [])], key?.type === keyTypes.ed25519, sentence);
}

export function keyName(text: string): string {
  return sound(
    text,
    isKeyName(text),
    'Ange ett namn utan mellanslag och plustecken, som revisor.example/vittne.',
  );
}

export function listenAddress(text: string): ListenAddress {
  const [, host = '', port = ''] = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/.exec(text) ?? [];
  const address = { host: host.replace(/[[\]]/g, ''), port: Number(port) };
  const isAddress = host !== '' && address.port <= 65_535;
  return sound(address, isAddress, `Ange adress och port, som 127.0.0.1:7380; ${text} är inte det.`);
}

function verifierKeyIn(text: string): VerifierKey | null {
  try {
    return parseVerifierKey(text);
  } catch (error) {
    if (error instanceof VerifierKeyError) return null;
    throw error;
  }
}
