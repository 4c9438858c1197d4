import { InvalidArgumentError } from 'commander';
import { NoteError, openCheckpoint, parseCheckpoint, parseNote, type VerifierKey } from '#libs/proof';
import { readText } from './read-text.js';

/** The text of a checkpoint that somebody has kept, once it is known that the key's log has signed it. */
export async function givenCheckpoint(path: string, key: VerifierKey): Promise<string> {
  const text = await readText(path);
  if (text === null) throw new InvalidArgumentError(`Kontrollvärdet ${path} går inte att läsa.`);
  const origin = originOf(text);
  if (origin === null) throw new InvalidArgumentError(`${path} är inget kontrollvärde.`);
  if (origin !== key.name) {
    throw new InvalidArgumentError(
      `Kontrollvärdet i ${path} gäller loggen ${origin}, men nyckeln hör till loggen ${key.name}.`,
    );
  }
  try {
    openCheckpoint(text, key);
    return text;
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    throw new InvalidArgumentError(
      `Kontrollvärdet i ${path} är inte underskrivet med nyckeln ${key.name}+${key.id}.`,
    );
  }
}

/** Null where the text is no checkpoint. */
function originOf(text: string): string | null {
  try {
    return parseCheckpoint(parseNote(text).text).origin;
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}
