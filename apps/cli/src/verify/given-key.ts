import { InvalidArgumentError } from 'commander';
import { keyTypes, parseVerifierKey, VerifierKeyError, type VerifierKey } from '#libs/proof';
import { readText } from './read-text.js';

/** The verifier key that was given, itself or as a file that has it. */
export async function givenKey(given: string): Promise<VerifierKey> {
  const key = keyIn(given) ?? keyIn((await readText(given)) ?? '');
  if (!key) {
    throw new InvalidArgumentError(
      `Ange verifieringsnyckeln (namn+id+nyckel) eller en fil som har den; ${given} är ingendera.`,
    );
  }
  if (key.type === keyTypes.ed25519) return key;
  throw new InvalidArgumentError(`Nyckeln ${key.name}+${key.id} är ett vittnes, inte loggens.`);
}

function keyIn(text: string): VerifierKey | null {
  try {
    return parseVerifierKey(text.trim());
  } catch (error) {
    if (error instanceof VerifierKeyError) return null;
    throw error;
  }
}
