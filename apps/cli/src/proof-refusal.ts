import { RejectionException } from '#libs/http';
import { CliError } from './cli-error.js';

const sentences: Readonly<Record<string, string>> = {
  'not-notarised-yet':
    'Det är inte underskrivet än. Notarien hinner snart ikapp, om ingen larmar: paragraf notary --once.',
  'notary-without-key':
    'Loggen är inte underskriven: notarien har ingen nyckel. Ange PARAGRAF_NOTARY_KEY eller PARAGRAF_NOTARY_KEY_FILE.',
  'log-altered': 'Det som står i loggen är inte det som skrevs under: det är ändrat.',
  'checkpoint-missing': 'Kontrollvärdet finns inte kvar.',
};

/** What the notary does not show, in a sentence; anything else as it is. */
export function proofRefusal(error: unknown): unknown {
  const sentence = error instanceof RejectionException ? sentences[error.rejection.code] : undefined;
  return sentence === undefined ? error : new CliError(sentence, { cause: error });
}
