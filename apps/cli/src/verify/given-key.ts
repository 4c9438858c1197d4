import { InvalidArgumentError } from 'commander';
import { keyTypes, parseVerifierKey, VerifierKeyError, type VerifierKey } from '#libs/proof';
import { readText } from './read-text.js';

/** The verifier key of a log that was given, itself or as a file that has it. */
export async function givenKey(given: string): Promise<VerifierKey> {
  const key = await anyKey(given);
  if (key.type === keyTypes.ed25519) return key;
  throw new InvalidArgumentError(`Nyckeln ${key.name}+${key.id} är ett vittnes, inte loggens.`);
}

/** The keys of witnesses that were given, each itself or as a file that has it. */
export async function givenWitnesses(given: readonly string[]): Promise<readonly VerifierKey[]> {
  const keys = await Promise.all(given.map(anyKey));
  const log = keys.find(({ type }) => type !== keyTypes.cosignature);
  if (!log) return keys;
  throw new InvalidArgumentError(`Nyckeln ${log.name}+${log.id} är en loggs, inte ett vittnes.`);
}

async function anyKey(given: string): Promise<VerifierKey> {
  const key = keyIn(given) ?? keyIn((await readText(given)) ?? '');
  if (key) return key;
  throw new InvalidArgumentError(
    `Ange verifieringsnyckeln (namn+id+nyckel) eller en fil som har den; ${given} är ingendera.`,
  );
}

function keyIn(text: string): VerifierKey | null {
  try {
    return parseVerifierKey(text.trim());
  } catch (error) {
    if (error instanceof VerifierKeyError) return null;
    throw error;
  }
}
