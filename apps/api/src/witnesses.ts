import { parseWitnesses, WitnessesError, type WitnessAt, type WitnessAtFault } from '#libs/notary';

/** The witnesses that a setting names, or what is wrong with one of them, as a Swedish sentence without the text. */
export function readWitnesses(text: string): readonly WitnessAt[] | string {
  try {
    return parseWitnesses(text);
  } catch (error) {
    if (error instanceof WitnessesError) return `Vittne ${error.place} ${sentences[error.fault]}`;
    throw error;
  }
}

const sentences: Readonly<Record<WitnessAtFault, string>> = {
  malformed: 'är inte skrivet som nyckel=adress.',
  'key-malformed': 'har en nyckel som är fel avskriven; hämta den med paragraf witness --show-key.',
  'key-of-a-log':
    'har nyckeln till en logg, inte till ett vittne; hämta den med paragraf witness --show-key.',
  'url-malformed':
    'ska ha en adress som https://vittne.example, utan lösenord, frågetecken och nummertecken.',
  'named-twice': 'är redan nämnt.',
};
